import { JobHealth, JobStatus } from '@ferry/contracts';
import { jobHealth, TROUBLED_STATUSES } from './job-health';

describe('jobHealth', () => {
  const of = (status: JobStatus, part: Partial<Parameters<typeof jobHealth>[0]> = {}) =>
    jobHealth({ status, awaitsApproval: false, failedPeople: 0, heldPeople: 0, stuck: 0, ...part });

  it('is another question than the status: a job that goes on may need a person', () => {
    expect(of(JobStatus.InProgress)).toBe(JobHealth.OnTrack);
    expect(of(JobStatus.InProgress, { stuck: 1 })).toBe(JobHealth.Stuck);
    expect(of(JobStatus.InProgress, { stuck: 1, failedPeople: 1 })).toBe(JobHealth.Failing);
    expect(of(JobStatus.InProgress, { heldPeople: 1, failedPeople: 1 })).toBe(JobHealth.NeedsPerson);
  });

  it('tells what waits for an approval from what was only created', () => {
    expect(of(JobStatus.Submitted)).toBe(JobHealth.OnTrack);
    expect(of(JobStatus.Submitted, { awaitsApproval: true })).toBe(JobHealth.NeedsPerson);
  });

  it('has nothing to say of what was cancelled or is being deleted, whatever failed before', () => {
    expect(of(JobStatus.Cancelled, { failedPeople: 3 })).toBeNull();
    expect(of(JobStatus.PendingDelete)).toBeNull();
  });

  it('calls exactly those statuses troubled that are so without any further fact', () => {
    for (const status of Object.values(JobStatus)) {
      const isTroubled = ![JobHealth.OnTrack, null].includes(of(status));
      expect([status, TROUBLED_STATUSES.includes(status)]).toEqual([status, isTroubled]);
    }
  });
});
