import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServiceStatus } from '@ferry/contracts';
import { aPerson, failedWith } from '../../../../testing/jobs';
import { groupFailures } from './failure-groups';
import { FailuresCard } from './failures-card';

describe('FailuresCard', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

  const show = async (again: string | null, mayRetry = false) => {
    const fixture = TestBed.createComponent(FailuresCard);
    const people = ['Ann Lee', 'Bob', 'Carola', 'Dan Brown'].map((name) =>
      aPerson(name, ServiceStatus.Valid, { Teams: failedWith('CTTM-005', `No licence for ${name}.`) }),
    );
    fixture.componentRef.setInput('groups', groupFailures(people));
    fixture.componentRef.setInput('leftOut', [{ id: 'x', name: 'Eve', items: 3 }]);
    fixture.componentRef.setInput('again', again);
    fixture.componentRef.setInput('mayRetry', () => mayRetry);
    await fixture.whenStable();
    return fixture;
  };

  it('says code, cause, whom it concerns, how to mend it and who can', async () => {
    const text = (await show(null)).nativeElement.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',');
    for (const part of [
      'CTTM-005',
      'No Teams licence',
      '4 people',
      'Ann Lee, Bob, Carola and 1 more',
      'Teams',
      'Fix:',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Who: a licence administrator');
  });

  it('lists everybody whom a cause concerns, once that is asked for', async () => {
    const fixture = await show(null);
    const text = () => fixture.nativeElement.textContent;
    expect(text()).not.toContain('Dan Brown');
    const each: HTMLDetailsElement = fixture.nativeElement.querySelector('details');
    for (const open of [true, false]) {
      each.open = open;
      each.dispatchEvent(new Event('toggle'));
      await fixture.whenStable();
      expect(text().includes('No licence for Dan Brown.')).toBe(open);
    }
  });

  it('names what was left out without a failure', async () => {
    const text = (await show(null)).nativeElement.textContent;
    expect(text).toContain('3 items were left out');
    expect(text).toContain('Eve (3)');
  });

  it('tries again when that is allowed', async () => {
    expect((await show(null)).nativeElement.querySelector('button')).toBeNull();
    const fixture = await show('Validate again');
    const asked = jest.fn();
    fixture.componentInstance.tryAgain.subscribe(asked);
    const button: HTMLButtonElement = fixture.nativeElement.querySelector('button');
    expect(button.textContent).toContain('Validate again');
    button.click();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('retries the people of one cause alone', async () => {
    const fixture = await show(null, true);
    const asked = jest.fn();
    fixture.componentInstance.retry.subscribe(asked);
    const button: HTMLButtonElement = fixture.nativeElement.querySelector('.one button');
    expect(button.textContent).toContain('Retry these 4');
    button.click();
    expect(asked).toHaveBeenCalledWith(fixture.componentInstance.groups()[0]?.people.map(({ id }) => id));
  });
});
