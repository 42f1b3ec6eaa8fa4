import { ServiceStatus, WaitKind, Workload } from '@ferry/contracts';
import { waitReason, type WaitingJob, type WaitingRun } from './wait-reason';

const NOW = new Date('2026-11-27T12:00:00Z');
const LATER = new Date('2026-11-27T12:05:00Z');
const EARLIER = new Date('2026-11-27T11:55:00Z');

const RUN: WaitingRun = {
  service: Workload.Exchange,
  status: ServiceStatus.Syncing,
  moves: true,
  worked: false,
  held: false,
  failures: 0,
  waitsUntil: null,
  noted: null,
};
const JOB: WaitingJob = { completeAfter: EARLIER, awaitsApproval: false, mailbox: ServiceStatus.Syncing };

describe('Why a workload does not move', () => {
  const why = (run: Partial<WaitingRun>, job: Partial<WaitingJob> = {}) =>
    waitReason({ ...RUN, ...run }, { ...JOB, ...job }, NOW);
  const synced = { status: ServiceStatus.Synced, moves: false };

  it('is nothing while somebody works on it, or when it has ended', () => {
    expect(why({ worked: true })).toBeNull();
    for (const status of [ServiceStatus.Completed, ServiceStatus.Failed, ServiceStatus.Cancelled]) {
      expect(why({ status, moves: false })).toBeNull();
    }
  });

  it('is a check that runs no reason', () => {
    expect(why({ status: ServiceStatus.InProgress, moves: false })).toBeNull();
  });

  it('is the date, until it has come', () => {
    expect(why(synced, { completeAfter: LATER })).toMatchObject({ kind: WaitKind.Date, untilDateTime: LATER });
    expect(why(synced)).toMatchObject({ kind: WaitKind.Queue, untilDateTime: null });
  });

  it('is the mailbox of the same person once the date has come', () => {
    const chats = { ...synced, service: Workload.Teams };
    expect(why(chats, { mailbox: ServiceStatus.Finalizing })?.kind).toBe(WaitKind.Mailbox);
    expect(why(chats, { mailbox: ServiceStatus.Completed })?.kind).toBe(WaitKind.Queue);
    expect(why(chats, { mailbox: undefined })?.kind).toBe(WaitKind.Queue);
    expect(why(chats, { mailbox: ServiceStatus.Syncing, completeAfter: LATER })?.kind).toBe(WaitKind.Date);
  });

  it('is a person whenever a decision is missing, whatever the date says', () => {
    expect(why({ ...synced, held: true }, { completeAfter: LATER })?.kind).toBe(WaitKind.Person);
    const submitted = { status: ServiceStatus.NotStarted, moves: false };
    expect(why(submitted, { awaitsApproval: true })?.kind).toBe(WaitKind.Person);
    expect(why(submitted)).toBeNull();
  });

  it('is the retry that comes next, of how many', () => {
    expect(why({ failures: 3, waitsUntil: LATER, noted: WaitKind.Retry })).toEqual({
      kind: WaitKind.Retry,
      untilDateTime: LATER,
      retry: 3,
      retries: 9,
    });
    expect(why({ failures: 3, waitsUntil: LATER })?.kind).toBe(WaitKind.Retry);
  });

  it('is what the store asked for, which is no retry', () => {
    const asked = why({ failures: 2, waitsUntil: LATER, noted: WaitKind.BackOff });
    expect(asked).toEqual({ kind: WaitKind.BackOff, untilDateTime: LATER, retry: null, retries: null });
  });

  it('is its turn once the time has passed', () => {
    expect(why({ failures: 2, waitsUntil: EARLIER, noted: WaitKind.BackOff })?.kind).toBe(WaitKind.Queue);
    expect(why({})?.kind).toBe(WaitKind.Queue);
  });

  it.each([WaitKind.Slot, WaitKind.Pace])('is %s when the engine noted it', (noted) => {
    expect(why({ noted })?.kind).toBe(noted);
  });
});
