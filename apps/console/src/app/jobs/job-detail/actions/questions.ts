import type { PersonProgress } from '@ferry/contracts';
import { formatQuantity } from '../../../format/numbers';
import type { Question } from '../../../ui/confirm-dialog/confirm-dialog';

export function cancelQuestion(name: string, people: number): Question {
  return {
    heading: `Cancel ${name}?`,
    text:
      `The migration of ${formatQuantity(people, 'person', 'people')} stops. What was already copied stays at the ` +
      'target, nothing at the source was changed, and a cancelled job cannot be started again.',
    confirm: 'Cancel job',
    keep: 'Keep it running',
  };
}

export function deleteQuestion(name: string): Question {
  return {
    heading: `Delete ${name}?`,
    text: 'Its history, numbers and report are removed. What was copied stays at the target.',
    confirm: 'Delete job',
    keep: 'Keep it',
  };
}

export function removePersonQuestion({ displayName, id }: Pick<PersonProgress, 'displayName' | 'id'>): Question {
  const name = displayName ?? id;
  return {
    heading: `Take ${name} out of the job?`,
    text: `Nothing more is copied for ${name}, and the job goes on without. Taking part again needs another job.`,
    confirm: 'Take out',
    keep: 'Keep in the job',
  };
}
