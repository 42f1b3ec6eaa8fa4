/** The words of the way in. */
export const SIGN_IN_TEXTS = {
  heading: 'Sign in',
  lead: 'Plan, run and watch cross-tenant migrations. You work in the tenant that the content moves to.',
  expired: 'Your session has ended. Sign in to go on where you were.',
  impossible: 'Sign-in is not possible',
  signIn: 'Sign in',
  sandbox: 'Sandbox',
  sandboxHint: "No account and no password: you choose one of the sandbox's people.",
  failed: 'Sign-in did not succeed',
  again: 'Begin again',
  going: 'Signing in …',
} as const;
