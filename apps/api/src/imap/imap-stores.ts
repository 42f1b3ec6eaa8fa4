import { ImapStore, MailboxStates, type PathPair } from '@ferry/stores-imap';
import type { ItemStore } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { type ConnectedAccess, ImapConnections } from './imap-connections';

/** Opens mailboxes over IMAP. What is known of them outlives a slice: an unchanged folder is not listed again. */
@Injectable()
export class ImapStores {
  private readonly states = new MailboxStates();

  constructor(private readonly connections: ImapConnections) {}

  /** A mailbox that is only read. */
  source(access: ConnectedAccess): ImapStore {
    return new ImapStore({ connection: this.connections.of(access), access: 'read', states: this.states });
  }

  /**
   * A mailbox that is written. Special folders of a source over IMAP go to those of the same use here, whatever they are called;
   * pairs of folders come first.
   */
  target(access: ConnectedAccess, source: ItemStore | null, pairs: readonly PathPair[]): ImapStore {
    const like = source instanceof ImapStore ? { like: source } : {};
    return new ImapStore({
      connection: this.connections.of(access),
      access: 'write',
      states: this.states,
      folders: { ...like, pairs },
    });
  }
}
