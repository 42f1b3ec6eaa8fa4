import { type Attention, AttentionAction, type AttentionCause, AttentionKind } from '@ferry/contracts';
import { failuresLink, jobLink, type PageLink, personLink } from '../../jobs/job-links';
import type { Face } from '../../jobs/labels/face';
import { FIXER_LABELS } from '../../jobs/labels/fixer-labels';
import { ATTENTION_FACES } from './attention-faces';
import { ACTION_BUTTONS, ATTENTION_BUTTONS, ATTENTION_SENTENCES, type Reader } from './attention.texts';

/** Somebody, with the way to why it failed. */
export interface NamedLink {
  readonly name: string;
  readonly link: PageLink;
}

/** What people failed for, what helps, and who they are. */
export interface CauseLine {
  readonly code: string | null;
  readonly title: string;
  readonly remedy: string | null;
  readonly who: string | null;
  readonly people: readonly NamedLink[];
  /** How many more people it concerns. */
  readonly others: number;
}

/** A row of what needs a person. */
export interface AttentionLine {
  /** The same for the same row of the next overview. */
  readonly key: string;
  readonly job: { readonly id: string; readonly name: string; readonly link: PageLink };
  readonly face: Face;
  readonly hasFailures: boolean;
  readonly sentence: string;
  readonly causes: readonly CauseLine[];
  /** How many further causes there are. */
  readonly moreCauses: number;
  readonly button: string;
  /** What the button asks the job for, unless it leads to `target`. */
  readonly action: AttentionAction;
  readonly target: PageLink;
}

const SHOWN_CAUSES = 3;

/** A row in words, for whoever reads it. */
export function attentionLine(attention: Attention, reader: Reader): AttentionLine {
  const { kind, job, causes } = attention;
  const action = reader.canWrite ? attention.action : AttentionAction.Open;
  return {
    key: `${job.id} ${kind}`,
    job: { id: job.id, name: job.displayName, link: jobLink(job.id) },
    face: ATTENTION_FACES[kind],
    hasFailures: kind === AttentionKind.Failed,
    sentence: ATTENTION_SENTENCES[kind](attention, reader),
    causes: causes.slice(0, SHOWN_CAUSES).map((cause) => causeLine(job.id, cause)),
    moreCauses: Math.max(0, causes.length - SHOWN_CAUSES),
    button: action === AttentionAction.Open ? ATTENTION_BUTTONS[kind] : ACTION_BUTTONS[action],
    action,
    target: targetOf(attention),
  };
}

function targetOf({ kind, job, people, examples: [first] }: Attention): PageLink {
  if (kind !== AttentionKind.Failed) return jobLink(job.id);
  // Whom it concerns alone is one click away.
  return people === 1 && first !== undefined ? personLink(job.id, first.id) : failuresLink(job.id);
}

function causeLine(jobId: string, { code, title, remedy, who, people, examples }: AttentionCause): CauseLine {
  return {
    code,
    title,
    remedy,
    who: who === null ? null : FIXER_LABELS[who],
    people: examples.map(({ id, displayName }) => ({
      name: displayName ?? id,
      link: personLink(jobId, id),
    })),
    others: people - examples.length,
  };
}
