import { JobStatus } from '@ferry/contracts';
import { decideVerification } from './verification';

describe('decideVerification', () => {
  it.each([JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled])(
    'allows it for a job that is %s',
    (status) => {
      expect(decideVerification({ status })).toEqual({ allowed: true });
    },
  );

  it.each([
    JobStatus.Submitted,
    JobStatus.ValidatePassed,
    JobStatus.InProgress,
    JobStatus.CuttingOver,
    JobStatus.AdminActionRequired,
    JobStatus.PendingDelete,
  ])('refuses it for a job that is %s, and says so', (status) => {
    expect(decideVerification({ status })).toMatchObject({
      allowed: false,
      code: 'verifyNotAllowed',
      message: expect.stringContaining(`because the current status is ${status}`),
    });
  });
});
