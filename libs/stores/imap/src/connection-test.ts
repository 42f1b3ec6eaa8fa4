import { StoreError } from '@ferry/stores-spi';
import { connect } from './connect';
import { diagnose, type Explanation } from './diagnosis';
import { FirstContact, NotImapError } from './first-contact';
import { listMailboxes } from './folders';
import type { MailClient } from './mail-client';
import { type ImapConnection, TIME_LIMITS } from './settings';

/** What is tried, in this order; a connection without TLS has no step `tls`. */
export type ConnectionTestStepName = 'connect' | 'tls' | 'greeting' | 'signIn' | 'folders' | 'quota';

/** What came of one step. */
export interface ConnectionTestStep {
  readonly step: ConnectionTestStepName;
  readonly ok: boolean;
  /** How long it took. */
  readonly milliseconds: number;
  /** What was seen, or what is wrong. Holds no credentials. */
  readonly detail: string;
  /** What to do about it; null for a step that worked. */
  readonly remedy: string | null;
}

/** Hears how a test goes on. */
export interface ConnectionTestProgress {
  /** A step is being tried. */
  begins(step: ConnectionTestStepName): void;
  /** What came of it. */
  ends(step: ConnectionTestStep): void;
}

const NOBODY_LISTENS: ConnectionTestProgress = { begins: () => undefined, ends: () => undefined };

/**
 * Tries a connection step by step, as one person, and says of each what was seen and what to do about it. Ends at the
 * first step that does not work; nothing is changed. Throws the reason of an aborted signal, and nothing else.
 */
export async function testConnection(
  connection: ImapConnection,
  signal: AbortSignal,
  progress: ConnectionTestProgress = NOBODY_LISTENS,
): Promise<ConnectionTestStep[]> {
  const limits = { ...TIME_LIMITS, ...connection.limits };
  const contact = new FirstContact(connection, limits);
  const steps: ConnectionTestStep[] = [];
  let client: MailClient | undefined;
  const cut = (): void => {
    contact.close();
    client?.close();
  };
  const attempt = async (step: ConnectionTestStepName, work: () => Promise<string>): Promise<void> => {
    const begin = performance.now();
    const end = (result: Omit<ConnectionTestStep, 'step' | 'milliseconds'>): void => {
      const ended = { step, milliseconds: Math.round(performance.now() - begin), ...result };
      steps.push(ended);
      progress.ends(ended);
    };
    progress.begins(step);
    try {
      end({ ok: true, detail: await work(), remedy: null });
    } catch (error) {
      signal.throwIfAborted();
      const { what, remedy } = explain(error, { ...connection, limits }, client);
      end({ ok: false, detail: what, remedy });
      throw new StepFailed();
    }
  };

  signal.throwIfAborted();
  signal.addEventListener('abort', cut);
  try {
    await attempt('connect', async () => `connected to ${await contact.reach()}`);
    if (connection.security === 'tls') await attempt('tls', () => contact.secure());
    await attempt('greeting', () => contact.greeting());
    if (connection.security === 'starttls') await attempt('tls', () => contact.secure());
    contact.close();
    await attempt('signIn', async () => {
      client = await connect(connection);
      return `signed in as ${connection.auth.user}`;
    });
    if (client) for (const [step, work] of stepsOf(client)) await attempt(step, work);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
  } finally {
    signal.removeEventListener('abort', cut);
    cut();
  }
  return steps;
}

/** A step did not work, and says so by itself. */
class StepFailed extends Error {}

function stepsOf(client: MailClient): [ConnectionTestStepName, () => Promise<string>][] {
  return [
    [
      'folders',
      async () => {
        const mailboxes = await listMailboxes(client);
        const messages = mailboxes.reduce((sum, one) => sum + (one.messages ?? 0), 0);
        return `${mailboxes.length} folders with ${messages} messages`;
      },
    ],
    [
      'quota',
      async () => {
        const quota = await client.getQuota('INBOX');
        const { usage = 0, limit } = (quota !== false && quota.storage) || {};
        return limit === undefined ? 'the server announces no limit' : `${usage} of ${limit} bytes are used`;
      },
    ],
  ];
}

function explain(error: unknown, connection: ImapConnection, client?: MailClient): Explanation {
  if (error instanceof NotImapError) {
    return { what: error.message, remedy: 'Use the port for IMAP: 993 with TLS, or 143 with STARTTLS.' };
  }
  if (error instanceof StoreError && error.cause === undefined) {
    return { what: error.message, remedy: 'Correct the endpoint, or allow what it needs.' };
  }
  return diagnose(error instanceof StoreError ? error.cause : error, connection, client);
}
