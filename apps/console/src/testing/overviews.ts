import {
  type Attention,
  AttentionAction,
  type AttentionCause,
  type AttentionKind,
  Fixer,
  type Overview,
  type RunningWorkload,
  type Workload,
} from '@ferry/contracts';
import { aJob, NOW } from './jobs';

export function anOverview(part: Partial<Overview> = {}): Overview {
  return {
    dateTime: NOW,
    hasJobs: true,
    attention: [],
    failedJobs: 0,
    runningJobs: 0,
    running: [],
    cutovers: [],
    cutoverDays: [],
    ...part,
  };
}

export function anAttention(kind: AttentionKind, part: Partial<Attention> = {}): Attention {
  return {
    kind,
    job: aJob(),
    people: 0,
    examples: [],
    causes: [],
    skippedItems: 0,
    dueDateTime: null,
    action: AttentionAction.Open,
    ...part,
  };
}

export function aCause(part: Partial<AttentionCause> = {}): AttentionCause {
  return {
    code: 'CTTM-005',
    title: 'No Teams licence',
    remedy: 'Assign a licence.',
    who: Fixer.LicenceAdmin,
    people: 1,
    examples: [{ id: '22222222-0000-4000-8000-000000000042', displayName: 'Lidia Holloway' }],
    ...part,
  };
}

export function aRunningWorkload(service: Workload, part: Partial<RunningWorkload> = {}): RunningWorkload {
  return {
    service,
    people: 4,
    endedPeople: 0,
    waitingPeople: 0,
    expected: 0,
    found: 0,
    itemsPerSecond: 0,
    bytesPerSecond: 0,
    remaining: null,
    ...part,
  };
}
