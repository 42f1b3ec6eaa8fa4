import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FABRIKAM } from '../../../testing/jobs';
import { anEndpoint } from '../../../testing/tenants';
import { EndpointsCard } from './endpoints-card';

describe('EndpointsCard', () => {
  it('is gone through with the keyboard alone', async () => {
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(EndpointsCard);
    fixture.componentRef.setInput('endpoints', [anEndpoint({ name: 'first' }), anEndpoint({ name: 'second' })]);
    fixture.componentRef.setInput('ownId', FABRIKAM);
    fixture.componentRef.setInput('tenantId', FABRIKAM);
    fixture.componentRef.setInput('hasSources', true);
    fixture.componentRef.setInput('canWrite', true);
    fixture.componentRef.setInput('tenantName', (id: string) => id);
    await fixture.whenStable();
    document.body.append(fixture.nativeElement);
    const press = (key: string) =>
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

    press('j');
    press('j');
    expect(document.activeElement?.textContent).toBe('second');
    press('k');
    expect(document.activeElement?.textContent).toBe('first');
  });
});
