import type { ValidationOptions } from 'class-validator';

/**
 * Marks a rule that a value of the right type can break. The service answers such a fault with 422, and one of the shape
 * of a body (a wrong type, a member that is missing or unknown) with 400 (contract page 1.4 and 5.2). Bounds of texts,
 * numbers and arrays are of this kind without the mark.
 */
export interface ValueRule {
  readonly fault: 'value';
  /** Stable code of the fault where `invalidValue` says too little. */
  readonly code?: string;
}

/** Options of a rule about values, to be spread among the others. */
export function valueRule(code?: string): Pick<ValidationOptions, 'context'> {
  const context: ValueRule = code === undefined ? { fault: 'value' } : { fault: 'value', code };
  return { context };
}

/** Whether a context of a rule is the mark of {@link valueRule}. */
export function isValueRule(context: unknown): context is ValueRule {
  return typeof context === 'object' && context !== null && 'fault' in context && context.fault === 'value';
}
