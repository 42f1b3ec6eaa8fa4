import { formatCount, formatQuantity } from '../format/numbers';

/** The words of checks that are made before any job exists. */
export const PREFLIGHT_TEXTS = {
  run: 'Check again',
  running: (done: number, all: number) =>
    `Checking ${formatCount(done)} of ${formatQuantity(all, 'person', 'people')} …`,
  failed: 'The checks could not be made',
  checked: 'checked',
  allReady: 'Everybody could move as they are.',
  first: 'Nobody has checked these people before.',
  since: (when: string, added: number, gone: number) =>
    `Since ${when}: ${formatCount(added)} new, ${formatCount(gone)} gone.`,
  ready: 'ready',
  troubled: 'with something found',
  leaveOutThese: (count: number) => `Leave out ${count === 1 ? 'this person' : `these ${formatCount(count)}`}`,
  takeBackThese: 'Take all back',
  leaveOut: 'Leave out',
  takeBack: 'Take back',
  isNew: 'new',
  fix: 'Fix:',
  who: 'Who:',
  more: (count: number) => `Show ${formatCount(count)} more`,
  goneHeading: 'Found the time before, and no longer',
  checksHeading: 'Every check that was made',
  check: 'Check',
  passed: 'Passed',
  found: 'Found',
  levels: { tenant: 'tenants', person: 'each person' } as Readonly<Record<string, string>>,
} as const;
