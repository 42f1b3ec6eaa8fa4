import type { Tone } from '../../../ui/tone';

/** A station of a job's way. `ratio` fills its bar while it is being passed. */
export interface LifecycleStep {
  readonly name: string;
  readonly state: 'done' | 'doing' | 'waiting' | 'next' | 'warned' | 'failed' | 'never';
  readonly detail: string;
  /** The moment of the detail by other clocks; null where there is nothing to add. */
  readonly times: string | null;
  readonly ratio: number;
}

/** The word that a screen reader hears, and the colour of icon and bar. */
export const STEP_FACES: Readonly<Record<LifecycleStep['state'], { readonly word: string; readonly tone: Tone }>> = {
  done: { word: 'done', tone: 'ok' },
  doing: { word: 'under way', tone: 'run' },
  waiting: { word: 'waiting', tone: 'wait' },
  next: { word: 'to come', tone: 'idle' },
  warned: { word: 'needs attention', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
  never: { word: 'not reached', tone: 'idle' },
};
