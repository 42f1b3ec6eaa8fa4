import type { IconName } from '../ui/icon/icons';
import type { Tone } from '../ui/tone';
import type { LiveSituation } from './live-updates';

/** How a situation looks, and what can be done about it. */
export interface LiveFace {
  readonly label: string;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly action: { readonly hint: string } | null;
}

/** Null where there is nothing to say. */
export const LIVE_FACES: Readonly<Record<LiveSituation, LiveFace | null>> = {
  still: null,
  live: { label: 'Live', icon: 'player-pause', tone: 'idle', action: { hint: 'Pause live updates' } },
  paused: { label: 'Paused', icon: 'player-play', tone: 'wait', action: { hint: 'Go on with live updates' } },
  reconnecting: { label: 'Reconnecting', icon: 'wifi-off', tone: 'warn', action: null },
  throttled: { label: 'Paused until', icon: 'clock-pause', tone: 'warn', action: null },
};
