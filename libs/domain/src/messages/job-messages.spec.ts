import { JobStatus } from '@ferry/contracts';
import { jobMessage } from './job-messages';

describe('jobMessage', () => {
  it.each([
    { status: JobStatus.Submitted, message: '' },
    { status: JobStatus.ValidateSubmitted, message: 'Validation job has been submitted successfully' },
    { status: JobStatus.Processing, message: 'Migration job has been submitted successfully' },
    { status: JobStatus.ValidatePassed, message: 'Validation has completed successfully with no failures.' },
    {
      status: JobStatus.Completed,
      message: 'The batch and all of its users have been successfully migrated with no failures.',
    },
  ])('keeps the published words of $status', ({ status, message }) => {
    expect(jobMessage(status, { people: 3, peopleWithErrors: 0 })).toBe(message);
  });

  it('has words for every other status, with and without figures', () => {
    const figures = { people: 40, peopleWithErrors: 2, completeAfter: new Date('2027-03-01T18:00:00Z') };
    for (const status of Object.values(JobStatus)) {
      if (status === JobStatus.Submitted || status === JobStatus.UnknownFutureValue) continue;
      expect(jobMessage(status)).toMatch(/^[A-Z][^{}]+$/);
      expect(jobMessage(status, figures)).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('counts the people whom a finding or a failure concerns', () => {
    expect(jobMessage(JobStatus.ValidateFailed, { people: 40, peopleWithErrors: 3 })).toContain(
      '3 of 40 people did not',
    );
    expect(jobMessage(JobStatus.CompletedWithErrors, { people: 1, peopleWithErrors: 1 })).toContain(
      '1 of 1 person could',
    );
    expect(jobMessage(JobStatus.ValidateFailed)).toContain('Some people did not');
  });

  it('says what it waits for where a person has to decide', () => {
    expect(jobMessage(JobStatus.Submitted, { createdBy: 'ann@fabrikam.example' })).toContain(
      'another person than ann@fabrikam.example',
    );
    expect(jobMessage(JobStatus.AdminActionRequired, { workloadsHeld: 1 })).toContain('1 workload has skipped');
    expect(jobMessage(JobStatus.AdminActionRequired, { workloadsHeld: 3 })).toContain('3 workloads have skipped');
  });

  it('names the date from which people cut over', () => {
    const completeAfter = new Date('2027-03-01T18:00:00Z');
    expect(jobMessage(JobStatus.InProgress, { people: 40, completeAfter })).toBe(
      'The migration is in progress for 40 people. Cutover begins after 2027-03-01T18:00:00.000Z.',
    );
  });
});
