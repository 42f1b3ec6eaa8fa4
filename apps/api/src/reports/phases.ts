import { type PhasePeriod, ReportPhase, ServiceStatus } from '@ferry/contracts';

/** When a workload of a person last went from one status to another. */
export interface LastTransition {
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly at: Date;
}

/** When the last comparison began and was made, as the run has it. */
export interface ComparisonTimes {
  readonly verificationStartedAt: Date | null;
  readonly verifiedAt: Date | null;
}

interface Bounds {
  readonly phase: ReportPhase;
  readonly begins: (transition: LastTransition) => boolean;
  readonly ends: (transition: LastTransition) => boolean;
}

const { NotStarted, InProgress, Syncing, Synced, Finalizing }: Readonly<Record<string, string>> = ServiceStatus;
const VERDICTS: readonly string[] = [ServiceStatus.Valid, ServiceStatus.Invalid, ServiceStatus.Error];
const ENDS: readonly string[] = [ServiceStatus.Completed, ServiceStatus.Failed, ServiceStatus.Cancelled];

/**
 * How the event log tells the phases. `inProgress` means being checked when it follows `notStarted`, and being moved when
 * it follows `synced` (libs/domain, service-lifecycle.ts).
 */
const BOUNDS: readonly Bounds[] = [
  {
    phase: ReportPhase.Validation,
    begins: ({ fromStatus, toStatus }) => fromStatus === NotStarted && toStatus === InProgress,
    ends: ({ fromStatus, toStatus }) => fromStatus === InProgress && VERDICTS.includes(toStatus),
  },
  {
    phase: ReportPhase.InitialSync,
    begins: ({ toStatus }) => toStatus === Syncing,
    ends: ({ fromStatus }) => fromStatus === Syncing,
  },
  {
    phase: ReportPhase.Cutover,
    begins: ({ fromStatus, toStatus }) => toStatus === Finalizing || (fromStatus === Synced && toStatus === InProgress),
    ends: ({ fromStatus, toStatus }) =>
      (fromStatus === Finalizing || fromStatus === InProgress) && ENDS.includes(toStatus),
  },
];

/** What a workload of a person has passed through, in order: each phase as it was the last time. */
export function phasesOf(transitions: readonly LastTransition[], run: ComparisonTimes): PhasePeriod[] {
  const periods = BOUNDS.flatMap(({ phase, begins, ends }): PhasePeriod[] => {
    const start = latest(transitions.filter(begins));
    if (start === null) return [];
    const end = latest(transitions.filter(ends));
    return [{ phase, startDateTime: start, endDateTime: end !== null && end >= start ? end : null }];
  });
  const { verificationStartedAt: start, verifiedAt: end } = run;
  if (start === null || end === null) return periods;
  return [...periods, { phase: ReportPhase.Verification, startDateTime: start, endDateTime: end }];
}

function latest(transitions: readonly LastTransition[]): Date | null {
  return transitions.reduce<Date | null>((last, { at }) => (last === null || at > last ? at : last), null);
}
