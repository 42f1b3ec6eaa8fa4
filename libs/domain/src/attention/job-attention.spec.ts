import { AttentionAction, AttentionKind, JobStatus, JobType } from '@ferry/contracts';
import type { JobSituation } from '../lifecycle/job-actions';
import { ATTENTION_KINDS, type AttentionFigures, jobAttention } from './job-attention';

const NOW = new Date('2026-11-23T09:41:00Z');
const HOUR = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

describe('jobAttention', () => {
  const of = (part: Partial<JobSituation>, figures: Partial<AttentionFigures> = {}, requireApproval = false) => {
    const job: JobSituation = {
      status: JobStatus.InProgress,
      jobType: JobType.Migrate,
      createdAs: null,
      validatedAt: null,
      completeAfter: after(1),
      ...part,
    };
    const policy = { validationDays: 7, requireApproval };
    return jobAttention(job, { failed: 0, held: 0, stuck: 0, ...figures }, NOW, policy);
  };
  const validated = (hours: number, completeAfter: Date) =>
    of({ status: JobStatus.ValidatePassed, jobType: JobType.Validate, validatedAt: after(hours), completeAfter });

  it('knows every reason once', () => {
    expect([...ATTENTION_KINDS].sort()).toEqual(Object.values(AttentionKind).sort());
  });

  it.each(Object.values(JobStatus).filter((status) => status !== JobStatus.Failed))(
    'leaves a job alone that is %s, with nobody in trouble and a cutover far away',
    (status) => expect(of({ status, completeAfter: after(200) })).toEqual([]),
  );

  it('tells of people in trouble, failures first', () => {
    const kinds = of({}, { failed: 1, held: 1, stuck: 1 }).map(({ kind }) => kind);
    expect(kinds).toEqual([AttentionKind.Failed, AttentionKind.SkippedItems, AttentionKind.Stuck]);
  });

  it('tells of a job that failed as a whole', () => {
    expect(of({ status: JobStatus.Failed })).toEqual([
      { kind: AttentionKind.Failed, dueAt: null, action: AttentionAction.Open },
    ]);
  });

  it('asks for a second person where a migration waits for one', () => {
    expect(of({ status: JobStatus.Submitted }, {}, true)).toEqual([
      { kind: AttentionKind.Approval, dueAt: after(1), action: AttentionAction.Open },
    ]);
  });

  it.each([
    [-6 * 24, AttentionAction.Migrate],
    [-8 * 24, AttentionAction.Validate],
  ])('asks to act on a validation of %d hours ago by %s', (hours, action) => {
    expect(validated(hours, after(200))).toEqual([
      { kind: AttentionKind.ValidationExpiry, dueAt: after(hours + 7 * 24), action },
    ]);
  });

  it('says nothing of a validation that still holds for days', () => {
    expect(validated(-4 * 24, after(200))).toEqual([]);
  });

  it.each([
    [JobStatus.Submitted, 71, AttentionAction.Validate],
    [JobStatus.Submitted, -24, AttentionAction.Validate],
  ])('asks to prepare the cutover of a job that is %s, %d hours before it', (status, hours, action) => {
    const submitted = of({ status, jobType: JobType.Validate, completeAfter: after(hours) });
    expect(submitted).toEqual([{ kind: AttentionKind.Cutover, dueAt: after(hours), action }]);
  });

  it('asks to begin a migration that is validated and soon to be cut over', () => {
    expect(validated(-24, after(71))).toEqual([
      { kind: AttentionKind.Cutover, dueAt: after(71), action: AttentionAction.Migrate },
    ]);
    expect(validated(-24, after(73))).toEqual([]);
  });
});
