import { JobStatus } from '@ferry/contracts';
import { actionButtons } from './action-buttons';

describe('actionButtons', () => {
  const of = (...parameters: Parameters<typeof actionButtons>) =>
    actionButtons(...parameters).map(({ label, kind }) => `${label} (${kind})`);

  it('makes the step forward the primary one, and puts it outermost', () => {
    expect(of(['validate', 'cancel', 'update'], JobStatus.Submitted)).toEqual([
      'Cancel job (danger)',
      'Move cutover date (plain)',
      'Validate (primary)',
    ]);
    expect(of(['migrate', 'cancel', 'update'], JobStatus.ValidatePassed).at(-1)).toBe('Migrate (primary)');
  });

  it('makes the approval the step forward where somebody else may give it', () => {
    expect(of(['validate', 'approve', 'cancel', 'update'], JobStatus.Submitted).at(-1)).toBe(
      'Approve migration (primary)',
    );
  });

  it('offers to try again after a failure', () => {
    expect(of(['validate', 'cancel'], JobStatus.ValidateFailed).at(-1)).toBe('Validate again (primary)');
    expect(of(['migrate', 'delete'], JobStatus.CompletedWithErrors)).toEqual(['Delete (danger)', 'Retry (primary)']);
  });

  it('never makes an ending the primary one', () => {
    expect(of(['delete'], JobStatus.Completed)).toEqual(['Delete (danger)']);
    expect(of([], JobStatus.PendingDelete)).toEqual([]);
  });
});
