import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aDirectoryPerson } from '../../../testing/tenants';
import { PeopleTable } from './people-table';

describe('PeopleTable', () => {
  it('is gone through and chosen from with the keyboard alone', async () => {
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(PeopleTable);
    fixture.componentRef.setInput('people', [aDirectoryPerson('Ann'), aDirectoryPerson('Bea')]);
    fixture.componentRef.setInput('canSelect', true);
    fixture.componentRef.setInput('chosen', new Set());
    await fixture.whenStable();
    document.body.append(fixture.nativeElement);
    const press = (key: string) =>
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

    press('j');
    press('j');
    expect(document.activeElement?.textContent).toBe('Bea');
    press('x');
    expect([...fixture.componentInstance.chosen()]).toEqual(['Bea']);
  });
});
