import { TestBed } from '@angular/core/testing';
import { type Hold, JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aPerson, aSummary, NOW } from '../../../testing/jobs';
import { ApprovalsStore, holdKey } from './approvals-store';

const SUBMITTED =
  "/api/v1/jobs?$filter=status%20eq%20'submitted'%20and%20jobType%20eq%20'migrate'&$orderby=lastUpdatedDateTime%20asc&$top=100";
const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';

describe('ApprovalsStore', () => {
  let backend: ConsoleBackend;
  let store: ApprovalsStore;
  const proposal = (id: string, createdBy: string, awaitsApproval = true) =>
    aSummary({ id, displayName: id, createdBy, jobType: JobType.Migrate }, { awaitsApproval });
  const others = proposal('theirs', 'approver@fabrikam.example');
  const own = proposal('mine', 'ADMIN@fabrikam.example');
  const held: Hold = {
    job: aSummary({ id: 'j7', status: JobStatus.AdminActionRequired }, { heldPeople: 1 }),
    person: aPerson('Ann Lee', ServiceStatus.Synced, { [Workload.Exchange]: { skipped: 12, heldDateTime: NOW } }),
  };

  async function start(canWrite = true): Promise<void> {
    sessionStorage.clear();
    backend = await signedIn([ApprovalsStore], canWrite);
    store = TestBed.inject(ApprovalsStore);
    await settle();
    await answerLists([others, own, proposal('created only', 'x', false)], [held]);
  }

  async function answerLists(proposals: readonly unknown[], holds: readonly Hold[]): Promise<void> {
    await backend.answer(SUBMITTED, { value: proposals });
    await backend.answer('/api/v1/holds', { value: holds });
  }

  it('shows what waits for a second person, and not what was only created', async () => {
    await start();
    expect(store.proposals()?.map(({ job }) => job.id)).toEqual(['theirs', 'mine']);
    expect(store.holds()?.map(({ person }) => person.displayName)).toEqual(['Ann Lee']);
  });

  it('lets somebody else approve, and tells the creator that another person must', async () => {
    await start();
    expect([store.barOf(others), store.barOf(own)]).toEqual([null, 'own']);
    void store.approve(others);
    expect(store.busy()).toBe('theirs');
    await backend.answer('/api/v1/jobs/theirs/approve', {});
    await answerLists([own], [held]);
    expect([store.proposals()?.length, store.busy()]).toEqual([1, null]);
  });

  it('lets nobody approve who may only look', async () => {
    await start(false);
    expect(store.barOf(others)).toBe('reader');
    expect(store.mayLeave(held)).toBe(false);
  });

  it('accepts left-out items or takes the person out, and says why it did not happen', async () => {
    await start();
    const { id } = held.person;
    void store.accept(held);
    expect(store.busy()).toBe(holdKey('j7', id));
    await backend.answer(
      `/api/v1/jobs/j7/users/${id}/acceptSkippedItems`,
      { error: { code: 'x', message: 'Late.' } },
      409,
    );
    expect(store.actionError()?.message).toBe('Late.');
    void store.takeOut(held);
    await backend.answer(`${JOBS}/j7/users/${id}/cancel`, {});
    await answerLists([], []);
    expect([store.holds(), store.actionError()]).toEqual([[], null]);
  });

  it('says why nothing can be read', async () => {
    await start();
    void store.load();
    await backend.answer(SUBMITTED, { error: { code: 'broken', message: 'Broken.' } }, 500);
    expect(store.error()?.message).toBe('Broken.');
  });
});
