import { hasPassed } from './job-actions';

/** Why a moment cannot be the earliest one of a cutover. */
export type CutoverDateFault = 'passed' | 'tooNear' | 'outOfRange';

/** How far ahead of now whoever writes a date should stay, in milliseconds: it has to reach the service before it passes. */
export const CUTOVER_LEAD = 60_000;

const FIRST_YEAR = 1;
const LAST_YEAR = 9_999;

/**
 * Judges the earliest moment of a cutover: it must lie ahead (contract page 1.4, `minThresholdFailed`; OPEN-3), and within
 * the years that can be written down (RFC 3339, section 1).
 *
 * @param lead how far ahead it must lie, in milliseconds: nothing when the service judges, {@link CUTOVER_LEAD} while
 *   somebody is still writing
 */
export function cutoverDateFault(completeAfter: Date, now: Date, lead = 0): CutoverDateFault | null {
  const year = completeAfter.getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'outOfRange';
  if (hasPassed(completeAfter, now)) return 'passed';
  return hasPassed(completeAfter, new Date(now.getTime() + lead)) ? 'tooNear' : null;
}
