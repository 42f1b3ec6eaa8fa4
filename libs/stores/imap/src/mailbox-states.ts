import { MailboxState } from './mailbox-state';

/** At about 30 bytes each: 60 MB. */
const MOST_MESSAGES = 2_000_000;

/**
 * What is known of mailboxes, kept beyond one store: a folder of 100,000 messages that has not changed is not listed again
 * by the next slice. Holds identities and UIDs, never content; what has not been asked for longest is given up first.
 */
export class MailboxStates {
  private readonly states = new Map<string, MailboxState>();

  /** `mostMessages` bounds the memory, at about 30 bytes a message. */
  constructor(private readonly mostMessages: number = MOST_MESSAGES) {}

  /** What is known of a mailbox of an account; nothing at first. */
  of(account: string, mailbox: string): MailboxState {
    const name = JSON.stringify([account, mailbox]);
    const state = this.states.get(name) ?? new MailboxState();
    this.states.delete(name);
    this.states.set(name, state);
    this.giveUpOldest();
    return state;
  }

  private giveUpOldest(): void {
    let messages = 0;
    for (const { uids } of this.states.values()) messages += uids.length;
    for (const [name, { uids }] of this.states) {
      if (messages <= this.mostMessages || this.states.size === 1) return;
      messages -= uids.length;
      this.states.delete(name);
    }
  }
}
