import type { IconName } from '../../ui/icon/icons';
import type { Tone } from '../../ui/tone';

/** How a status looks: word, colour and icon belong together. */
export interface Face {
  readonly label: string;
  readonly tone: Tone;
  readonly icon: IconName;
}
