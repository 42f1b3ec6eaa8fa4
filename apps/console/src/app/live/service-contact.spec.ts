import { TestBed } from '@angular/core/testing';
import { EventStreams, settle } from '../../testing/event-streams';
import { ServiceClock } from '../clock/service-clock';
import { ServiceError } from '../http/service-error';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { ServiceContact } from './service-contact';

const NO_ANSWER = new ServiceError(0, 'noAnswer', 'No answer.', null, []);
const refusal = (status: number, retryAfter: number | null = null) =>
  new ServiceError(status, `http${status}`, 'Refused.', null, [], retryAfter);

describe('ServiceContact', () => {
  let streams: EventStreams;
  let contact: ServiceContact;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    streams = new EventStreams();
    contact = TestBed.inject(ServiceContact);
  });
  afterEach(() => jest.useRealTimers());

  const pass = async (milliseconds: number) => {
    jest.advanceTimersByTime(milliseconds);
    await settle();
  };

  it('asks until the service is ready again, and then tells everybody', async () => {
    streams.status = 503;
    contact.refused(NO_ANSWER);
    expect(contact.state()).toBe('lost');
    await pass(1000);
    expect(contact.state()).toBe('lost');
    streams.status = 200;
    await pass(2000);
    expect(contact.state()).toBe('reached');
    expect(contact.returns()).toBe(1);
  });

  it('has returned as soon as anything is answered', () => {
    contact.refused(refusal(502));
    contact.answered();
    expect(contact.state()).toBe('reached');
    expect(contact.returns()).toBe(1);
  });

  it('waits as long as it was asked to, by the clock of the service', async () => {
    TestBed.inject(ServiceClock).set(new Date('2026-11-23T10:41:00Z'));
    contact.refused(refusal(429, 60));
    expect(contact.pausedUntil()).toEqual(new Date('2026-11-23T10:42:00Z'));
    contact.answered();
    expect(contact.state()).toBe('throttled');
    await pass(60_000);
    expect(contact.state()).toBe('reached');
    expect(contact.returns()).toBe(1);
  });

  it.each([400, 404, 409, 422, 500])('does not take %d for a service that is away', (status) => {
    contact.refused(refusal(status));
    expect(contact.state()).toBe('reached');
  });

  describe('FailureNotice', () => {
    const show = (error: ServiceError, canRetry: boolean) => {
      const fixture = TestBed.createComponent(FailureNotice);
      let retries = 0;
      fixture.componentRef.setInput('heading', 'The jobs cannot be read');
      fixture.componentRef.setInput('error', error);
      fixture.componentRef.setInput('canRetry', canRetry);
      fixture.componentInstance.retry.subscribe(() => (retries += 1));
      fixture.detectChanges();
      contact.refused(NO_ANSWER);
      contact.answered();
      TestBed.tick();
      return retries;
    };

    it('reads again what could not be read while the service was away', () => expect(show(NO_ANSWER, true)).toBe(1));

    it('says until when it waits, offers nothing meanwhile, and then reads again', async () => {
      TestBed.inject(ServiceClock).set(new Date('2026-11-23T10:41:00Z'));
      const error = refusal(429, 60);
      contact.refused(error);
      const fixture = TestBed.createComponent(FailureNotice);
      let retries = 0;
      fixture.componentRef.setInput('heading', 'The tenants cannot be read');
      fixture.componentRef.setInput('error', error);
      fixture.componentInstance.retry.subscribe(() => (retries += 1));
      fixture.detectChanges();
      const notice: HTMLElement = fixture.nativeElement;
      expect(notice.textContent).toMatch(/Paused until \d\d:42/);
      expect(notice.querySelector('button')).toBeNull();
      await pass(60_000);
      TestBed.tick();
      expect(retries).toBe(1);
    });

    it('repeats nothing that was refused for a reason, and nothing that changes something', () => {
      expect(show(refusal(404), true)).toBe(0);
      expect(show(NO_ANSWER, false)).toBe(0);
    });
  });
});
