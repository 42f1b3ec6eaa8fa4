import type { GraphErrorDetail } from './graph-http-error';

const ADVICE = 'Make sure to only use property names that are defined by the type or mark the type as open type.';

/** The refusal of a member that the type does not have, in the published words (contract page 5.2). */
export function unknownProperty(property: string, type: string, target: string): GraphErrorDetail {
  const message = `The property '${property}' does not exist on type '${type}'. ${ADVICE}`;
  return { code: 'unknownProperty', message, target };
}
