import { catalogueError } from '../errors/catalogue-error';
import type { CheckCode, CheckFinding } from './check';
import type { CheckFacts, PersonFacts, TenantSettings } from './check-facts';

/** One of the two tenants of a migration. */
export type Side = 'source' | 'target';

/** A finding with its message filled and what was seen. Throws DomainError when the parameters do not fit the code. */
export function finding(
  code: CheckCode,
  params: readonly string[],
  evidence: string,
  variant?: 'meeting',
): CheckFinding {
  return { ...catalogueError(code, params, variant), evidence };
}

/** A tenant of the facts; its settings are null when nobody knows it. */
export function tenantOf(facts: CheckFacts, side: Side): { tenantId: string; settings: TenantSettings | null } {
  return facts[side];
}

/** `the source tenant <id>` for evidence. */
export function tenantInWords(facts: CheckFacts, side: Side): string {
  return `the ${side} tenant ${facts[side].tenantId}`;
}

/** `Ann Lee (ann@fabrikam.example)` for evidence. */
export function personInWords(person: PersonFacts): string {
  return `${person.displayName} (${person.mail})`;
}

/** What a message calls the person on one side: the object id, or at the source whatever is known. */
export function accountOf(facts: CheckFacts, person: PersonFacts, side: Side): string {
  if (side === 'target') return facts.personId;
  return person.sourcePersonId ?? person.sourceMail ?? facts.personId;
}

/** Whether it is known who the person is at the source; without it nothing there can be judged. */
export function isMapped(facts: CheckFacts, person: PersonFacts): boolean {
  return facts.source.exists && person.identityMapping !== 'missing';
}
