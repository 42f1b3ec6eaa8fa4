import { Component, input } from '@angular/core';
import type { JobProgress } from '@ferry/contracts';
import { formatBytes, formatCount } from '../../../format/numbers';
import type { Tone } from '../../../ui/tone';
import { jobItems } from '../../labels/item-progress';
import { PERSON_PHASE_FACES, PERSON_PHASES, type PersonPhase } from '../../labels/person-phase';
import { JOB_STAGES, type JobStage } from '../lifecycle/job-stage';

/** A number that is worth its size. */
export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  readonly of?: string;
  readonly tone?: Tone;
}

/** What is worth a place at every stage, even at zero, so that figures do not jump while they are watched. */
const BEFORE: readonly PersonPhase[] = ['failed', 'checking', 'valid'];
const SHOWN: Readonly<Record<JobStage, readonly PersonPhase[]>> = {
  created: [],
  validating: BEFORE,
  passed: BEFORE,
  refused: BEFORE,
  moving: ['failed', 'syncing', 'synced', 'completed'],
  cuttingOver: ['failed', 'synced', 'cuttingOver', 'completed'],
  ended: ['failed', 'completed'],
  over: [],
};
/** As a person goes through them; what went wrong comes last, before the items. */
const ORDER: readonly PersonPhase[] = [...PERSON_PHASES.filter((phase) => phase !== 'failed'), 'failed'];
const UNCOUNTED: ReadonlySet<PersonPhase> = new Set(['notStarted', 'removed']);
const NAMES: Partial<Record<PersonPhase, string>> = { synced: 'synced, waiting', valid: 'passed every check' };

/** The figures of a job: its people by where they stand, and its items. */
export function keyFigures(progress: JobProgress, phases: readonly PersonPhase[]): KeyFigure[] {
  const always = SHOWN[JOB_STAGES[progress.job.status]];
  const shown = ORDER.filter((phase) => always.includes(phase) || (!UNCOUNTED.has(phase) && phases.includes(phase)));
  const { settled, expected, bytes } = jobItems(progress);
  const { people, removedPeople } = progress;
  return [
    {
      name: removedPeople === 0 ? 'people' : `people, ${formatCount(removedPeople)} taken out`,
      value: formatCount(people),
    },
    ...shown.map((phase) => countOf(phase, phases)),
    ...(expected === 0
      ? []
      : [{ name: `items · ${formatBytes(bytes)}`, value: formatCount(settled), of: formatCount(expected) }]),
  ];
}

function countOf(phase: PersonPhase, phases: readonly PersonPhase[]): KeyFigure {
  const count = phases.filter((candidate) => candidate === phase).length;
  const { label, tone } = PERSON_PHASE_FACES[phase];
  const figure = { name: NAMES[phase] ?? label.toLowerCase(), value: formatCount(count) };
  return count === 0 ? figure : { ...figure, tone };
}

@Component({
  selector: 'ferry-key-figures',
  template: `
    <dl class="card">
      @for (figure of figures(); track $index) {
        <div [class]="figure.tone === undefined ? '' : 'tone-' + figure.tone">
          <dd class="value numeric" [class.toned]="figure.tone !== undefined">
            {{ figure.value }}
            @if (figure.of !== undefined) {
              <span class="of">/ {{ figure.of }}</span>
            }
          </dd>
          <dt>{{ figure.name }}</dt>
        </div>
      }
    </dl>
  `,
  styleUrl: './key-figures.css',
})
export class KeyFigures {
  readonly figures = input.required<readonly KeyFigure[]>();
}
