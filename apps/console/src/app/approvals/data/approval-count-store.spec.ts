import { TestBed } from '@angular/core/testing';
import { JobStatus, JobType } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, aSummary } from '../../../testing/jobs';
import { LiveUpdates } from '../../live/live-updates';
import { ApprovalCountStore } from './approval-count-store';

const SUBMITTED =
  "/api/v1/jobs?$filter=status%20eq%20'submitted'%20and%20jobType%20eq%20'migrate'&$orderby=lastUpdatedDateTime%20asc&$top=100";

describe('ApprovalCountStore', () => {
  let backend: ConsoleBackend;
  let store: ApprovalCountStore;
  let isHidden = false;
  const proposal = (id: string, createdBy = 'approver@fabrikam.example') =>
    aSummary({ id, createdBy, jobType: JobType.Migrate }, { awaitsApproval: true });

  const start = async (canWrite = true) => {
    sessionStorage.clear();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    backend = await signedIn([ApprovalCountStore], canWrite);
    store = TestBed.inject(ApprovalCountStore);
    TestBed.tick();
    await settle();
  };
  afterEach(() => {
    isHidden = false;
    jest.useRealTimers();
  });
  const pass = async () => {
    jest.advanceTimersByTime(5_000);
    await settle();
  };
  const hide = async (hidden: boolean) => {
    isHidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  };

  it('counts what somebody else proposed', async () => {
    await start();
    await backend.answer(SUBMITTED, { value: [proposal('a'), proposal('b', 'admin@fabrikam.example')] });
    expect(store.count()).toBe(1);
  });

  it('follows what is proposed and decided, and nothing else that jobs do', async () => {
    await start();
    await backend.answer(SUBMITTED, { value: [proposal('a')] });
    await backend.streams.latest.send(aJob({ id: 'z', status: JobStatus.InProgress }));
    await pass();
    backend.http.expectNone(SUBMITTED);
    await backend.streams.latest.send(aJob({ id: 'b', status: JobStatus.Submitted }));
    await pass();
    await backend.answer(SUBMITTED, { value: [proposal('a'), proposal('b')] });
    expect(store.count()).toBe(2);
    await backend.streams.latest.send(aJob({ id: 'a', status: JobStatus.ValidateSubmitted }));
    await pass();
    await backend.answer(SUBMITTED, { value: [proposal('b')] });
    expect(store.count()).toBe(1);
  });

  it('keeps the number when it cannot be read anew', async () => {
    await start();
    await backend.answer(SUBMITTED, { value: [proposal('a')] });
    await backend.streams.latest.send({}, 'gap');
    await pass();
    await backend.answer(SUBMITTED, { error: { code: 'broken', message: 'Broken.' } }, 500);
    expect(store.count()).toBe(1);
  });

  it('is neither asked for nor followed for somebody who may only look', async () => {
    await start(false);
    expect([store.count(), backend.streams.opened.length]).toEqual([0, 0]);
    backend.http.expectNone(SUBMITTED);
  });

  it('gives its stream back while the tab is hidden, and is read again when it is seen', async () => {
    await start();
    await backend.answer(SUBMITTED, { value: [] });
    await hide(true);
    expect(backend.streams.latest.aborted()).toBe(true);
    await hide(false);
    await pass();
    await backend.answer(SUBMITTED, { value: [proposal('a')] });
    expect(store.count()).toBe(1);
  });

  it('leaves it to the page what the header says of live updates', async () => {
    await start();
    expect(TestBed.inject(LiveUpdates).situation()).toBe('still');
  });
});
