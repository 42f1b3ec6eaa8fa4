/** How far the creation of one of several jobs has got. */
export type CreationState =
  /** Nobody has asked for it yet. */
  | 'waiting'
  /** It was asked for and there was no answer: it may be there, or not. */
  | 'asked'
  | 'created'
  /** The service said no. */
  | 'refused';

/** One of the jobs of a draft from the moment on that somebody pressed the button. It is kept, so that nothing is created twice. */
export interface JobCreation {
  readonly displayName: string;
  readonly people: readonly string[];
  readonly state: CreationState;
  /** Id of the job; null before it is created. */
  readonly id: string | null;
  /** Why it was refused, why nobody knows, or why its validation could not be started. */
  readonly problem: string | null;
}

/** Whether the jobs of a draft are fixed: one of them exists, or may exist. */
export function isFixed(creations: readonly JobCreation[]): boolean {
  return creations.some(({ state }) => state === 'created' || state === 'asked');
}
