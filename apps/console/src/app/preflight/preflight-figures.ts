import { formatCount } from '../format/numbers';
import { PREFLIGHT_TEXTS } from './preflight.texts';

/** A number of people, as it stands above the findings. */
export interface PreflightFigure {
  readonly value: string;
  readonly label: string;
  readonly tone: string;
}

/** How many people were checked, and of how many of them something was found. */
export function preflightFigures(checked: number, troubled: number): PreflightFigure[] {
  return [
    { value: formatCount(checked), label: PREFLIGHT_TEXTS.checked, tone: '' },
    { value: formatCount(checked - troubled), label: PREFLIGHT_TEXTS.ready, tone: 'tone-ok' },
    { value: formatCount(troubled), label: PREFLIGHT_TEXTS.troubled, tone: troubled === 0 ? '' : 'tone-bad' },
  ];
}
