import { ReportPhase, ServiceStatus } from '@ferry/contracts';
import { type LastTransition, phasesOf } from './phases';

const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute));
const went = (fromStatus: ServiceStatus, toStatus: ServiceStatus, minute: number): LastTransition => ({
  fromStatus,
  toStatus,
  at: at(minute),
});
const NEVER = { verificationStartedAt: null, verifiedAt: null };
const { NotStarted, InProgress, Valid, Syncing, Synced, Finalizing, Completed, Failed } = ServiceStatus;

describe('phasesOf', () => {
  it('tells what a mailbox has passed through', () => {
    const transitions = [
      went(NotStarted, InProgress, 1),
      went(InProgress, Valid, 2),
      went(Valid, NotStarted, 3),
      went(NotStarted, Syncing, 4),
      went(Syncing, Synced, 5),
      went(Synced, Finalizing, 6),
      went(Finalizing, Completed, 8),
    ];
    expect(phasesOf(transitions, { verificationStartedAt: at(7), verifiedAt: at(8) })).toEqual([
      { phase: ReportPhase.Validation, startDateTime: at(1), endDateTime: at(2) },
      { phase: ReportPhase.InitialSync, startDateTime: at(4), endDateTime: at(5) },
      { phase: ReportPhase.Cutover, startDateTime: at(6), endDateTime: at(8) },
      { phase: ReportPhase.Verification, startDateTime: at(7), endDateTime: at(8) },
    ]);
  });

  it('takes files, chats and meetings, which do not sync before the cutover', () => {
    const transitions = [went(NotStarted, Synced, 4), went(Synced, InProgress, 6), went(InProgress, Failed, 9)];
    expect(phasesOf(transitions, NEVER)).toEqual([
      { phase: ReportPhase.Cutover, startDateTime: at(6), endDateTime: at(9) },
    ]);
  });

  it('leaves the end of a phase open that goes on, though an earlier attempt has ended it', () => {
    const transitions = [went(Finalizing, Failed, 9), went(Failed, Syncing, 12), went(Syncing, Synced, 5)];
    expect(phasesOf(transitions, NEVER)).toEqual([
      { phase: ReportPhase.InitialSync, startDateTime: at(12), endDateTime: null },
    ]);
  });

  it('knows nothing of a workload to which nothing has happened', () => {
    expect(phasesOf([], NEVER)).toEqual([]);
  });
});
