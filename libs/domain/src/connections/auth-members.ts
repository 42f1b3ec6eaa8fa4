import { AuthKind } from '@ferry/contracts';

/** The members that a way of signing in may have beside its kind. */
export type AuthMember = 'user' | 'form' | 'separator' | 'tokenEndpoint' | 'clientId' | 'scope' | 'secret';

/** What is wrong with a member of a way of signing in: it is needed and not there, or there and not of this kind. */
export interface AuthMemberFault {
  readonly member: AuthMember;
  readonly fault: 'missing' | 'foreign';
}

interface AuthRule {
  readonly required: readonly AuthMember[];
  readonly optional: readonly AuthMember[];
}

const MEMBERS: readonly AuthMember[] = ['user', 'form', 'separator', 'tokenEndpoint', 'clientId', 'scope', 'secret'];

/** The secret is optional here, because one that is kept may stay; {@link keepsSecret} says when. */
const RULES: Readonly<Record<AuthKind, AuthRule>> = {
  [AuthKind.Password]: { required: [], optional: [] },
  [AuthKind.MasterUser]: { required: ['user', 'form'], optional: ['separator', 'secret'] },
  [AuthKind.OAuthClientCredentials]: { required: ['tokenEndpoint', 'clientId', 'scope'], optional: ['secret'] },
};

/** The members at fault of a way of signing in; null counts as absent. Empty when nothing is wrong. */
export function authMemberFaults(
  auth: { readonly kind: AuthKind } & Readonly<Partial<Record<AuthMember, unknown>>>,
): AuthMemberFault[] {
  const { required, optional } = RULES[auth.kind];
  const isThere = (member: AuthMember): boolean => auth[member] !== undefined && auth[member] !== null;
  return [
    ...required.filter((member) => !isThere(member)).map((member) => ({ member, fault: 'missing' as const })),
    ...MEMBERS.filter((member) => isThere(member) && !required.includes(member) && !optional.includes(member)).map(
      (member) => ({ member, fault: 'foreign' as const }),
    ),
  ];
}

/** Whether a way of signing in has a secret of its own, beside those of the people. */
export function needsSecret(kind: AuthKind): boolean {
  return RULES[kind].optional.includes('secret');
}

/** What decides where a secret goes. */
export interface SecretDestination {
  readonly host: string;
  readonly security: string;
  readonly auth: { readonly kind: AuthKind; readonly tokenEndpoint?: string | null };
}

/**
 * Whether a secret that was given for one connection may serve another that is registered in its place without a secret:
 * only if it goes to the same server in the same way. Otherwise whoever may change a connection could send the secret of
 * somebody else to a server of their own, and read it there.
 */
export function keepsSecret(before: SecretDestination, after: SecretDestination): boolean {
  return (
    before.auth.kind === after.auth.kind &&
    before.host === after.host &&
    before.security === after.security &&
    (before.auth.tokenEndpoint ?? null) === (after.auth.tokenEndpoint ?? null)
  );
}
