import {
  type Container,
  type ItemContent,
  type ItemHeader,
  type ItemPage,
  type ItemStore,
  type NewItem,
  StoreRefusedError,
  type WriteOutcome,
} from '@ferry/stores-spi';
import { ChangedMessages } from './changed-messages';
import { ContentReader, type WantedMessage } from './content-reader';
import { FolderList, type FolderOptions, type FolderSource } from './folder-list';
import type { Folder } from './folders';
import { identifyUpTo, openMailbox } from './identify';
import { parseKey } from './item-key';
import { type IsElsewhere, listPage } from './listing';
import { ListingWindow } from './listing-window';
import type { MailboxState } from './mailbox-state';
import { MailboxStates } from './mailbox-states';
import { QuotaWatch } from './quota';
import { isMissingMailbox } from './server-answer';
import { removeMessages } from './remove-messages';
import { Sessions, type Wait } from './sessions';
import { accountOf, type ImapConnection } from './settings';
import { isVirtual } from './special-use';
import { vanished } from './trouble';
import { updateFlags } from './update-flags';
import { Writer } from './writer';

/** What a store of mail works with. */
export interface ImapStoreOptions {
  readonly connection: ImapConnection;
  /** `read` for a source: mailboxes are opened by EXAMINE, and whatever would change something is refused. */
  readonly access: 'read' | 'write';
  readonly folders?: FolderOptions;
  /** Most connections at once; one unless said otherwise. */
  readonly connections?: number;
  /** What is known of mailboxes beyond this store; shared by all stores of a process. */
  readonly states?: MailboxStates;
  /** How pauses before another attempt are waited for. */
  readonly wait?: Wait;
}

/** A source was asked to change something: a mistake of whoever asked, and never done. */
export class ReadOnlyStoreError extends Error {
  readonly code = 'readOnlyStore';
}

/**
 * The mail of one person on an IMAP server (RFC 3501 and what the server has of its extensions). Errors are
 * `StoreError`s whose messages say what to do; content and credentials are in none of them.
 */
export class ImapStore implements ItemStore, FolderSource {
  readonly kind = 'message';
  readonly readsAhead = true;
  readonly overlapsWrites = true;
  private readonly sessions: Sessions;
  private readonly list: FolderList;
  private readonly states: MailboxStates;
  private readonly account: string;
  private readonly changes = new ChangedMessages();
  private readonly listed = new ListingWindow();
  private readonly quota = new QuotaWatch();
  /** Mailboxes that this store has asked what they hold; what happens later is its own doing. */
  private readonly visited = new Set<string>();
  private known: Map<string, Folder> | null = null;

  constructor(private readonly options: ImapStoreOptions) {
    const { connection, access, connections = 1, wait } = options;
    this.sessions = new Sessions(connection, {
      most: connections,
      readOnly: access === 'read',
      ...(wait ? { wait } : {}),
    });
    this.list = new FolderList(this.sessions, options.folders ?? {});
    this.states = options.states ?? new MailboxStates();
    this.account = accountOf(connection);
  }

  /** Every folder with what it is for. Throws `StoreError`. */
  async folders(signal: AbortSignal): Promise<readonly Folder[]> {
    return this.list.folders(signal);
  }

  async containers(signal: AbortSignal): Promise<readonly Container[]> {
    signal.throwIfAborted();
    const folders = await this.list.folders(signal);
    return folders.map(({ path, specialUse, messages, version }) => {
      // What a virtual folder shows depends on all the others.
      if (isVirtual(specialUse)) return { path, itemCount: null };
      return { path, itemCount: messages, ...(version === null ? {} : { version }) };
    });
  }

  async items(
    container: string,
    after: string | null,
    limit: number,
    signal: AbortSignal,
    since?: string,
  ): Promise<ItemPage> {
    signal.throwIfAborted();
    const folder = await this.folderOf(container, signal);
    const isElsewhere = isVirtual(folder.specialUse) ? await this.elsewhere(folder, signal) : null;
    const state = this.stateOf(folder.mailbox);
    this.visited.add(folder.mailbox);
    try {
      return await this.sessions.persist(folder.mailbox, signal, (session) =>
        listPage(
          session,
          {
            folder,
            state,
            changes: this.changes,
            listed: this.listed,
            after,
            since: since ?? null,
            limit,
            isElsewhere,
          },
          signal,
        ),
      );
    } catch (error) {
      // Deleted since the folders were listed: there is nothing in it.
      if (isMissing(error)) return { items: [], next: null };
      throw error;
    }
  }

  async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    signal.throwIfAborted();
    const key = parseKey(item.key);
    if (!key) throw vanished();
    return (await this.readerOf(item.container, signal)).read({ key, size: item.size }, signal);
  }

  async readTogether(
    container: string,
    items: readonly ItemHeader[],
    signal: AbortSignal,
  ): Promise<readonly (ItemContent | null)[]> {
    signal.throwIfAborted();
    const wanted = items.map(({ key, size }) => ({ key: parseKey(key), size }));
    const known = wanted.filter((one): one is WantedMessage => one.key !== null);
    const contents = await (await this.readerOf(container, signal)).readTogether(known, signal);
    let next = 0;
    return wanted.map(({ key }) => (key === null ? null : (contents[next++] ?? null)));
  }

  async find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    signal.throwIfAborted();
    const mailbox = await this.list.mailboxOf(container, signal);
    const state = await this.whereMissing(container, signal, () => this.identifiedState(mailbox, signal));
    return new Set(
      keys.filter((text) => {
        const key = parseKey(text);
        return key !== null && state.index.count(key.identity) >= key.occurrence;
      }),
    );
  }

  async createContainer(path: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.requireWriting();
    await this.list.create(path, signal);
  }

  async write(container: string, items: readonly NewItem[], signal: AbortSignal): Promise<readonly WriteOutcome[]> {
    signal.throwIfAborted();
    this.requireWriting();
    const mailbox = await this.list.mailboxOf(container, signal);
    const { user } = this.options.connection.auth;
    try {
      return await this.whereMissing(container, signal, () =>
        new Writer(this.sessions, mailbox, this.stateOf(mailbox), this.quota, user).write(items, signal),
      );
    } catch (error) {
      // Nobody knows how much of it has arrived: the mailbox is asked before anything else is looked up in it.
      this.visited.delete(mailbox);
      throw error;
    }
  }

  async update(container: string, items: readonly ItemHeader[], signal: AbortSignal): Promise<number> {
    signal.throwIfAborted();
    this.requireWriting();
    const mailbox = await this.list.mailboxOf(container, signal);
    const state = await this.identifiedState(mailbox, signal);
    return this.sessions.persist(mailbox, signal, (session) => updateFlags(session, mailbox, state, items));
  }

  sameItem(key: string): string {
    const parsed = parseKey(key);
    return parsed === null ? key : Buffer.from(parsed.identity).toString('base64url');
  }

  async removeItems(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    signal.throwIfAborted();
    this.requireWriting();
    const mailbox = await this.list.mailboxOf(container, signal);
    try {
      // What it holds is asked anew before and after: somebody else may have been there meanwhile.
      this.visited.delete(mailbox);
      const state = await this.identifiedState(mailbox, signal);
      const isDone = await this.sessions.persist(mailbox, signal, (session) =>
        removeMessages(session, mailbox, state, keys),
      );
      return new Set(isDone ? keys : []);
    } catch (error) {
      if (isMissing(error)) return new Set(keys);
      throw error;
    } finally {
      this.visited.delete(mailbox);
    }
  }

  resume(): void {
    this.visited.clear();
    this.known = null;
    this.changes.forget();
    this.listed.forget();
    this.list.forgetAll();
  }

  async close(): Promise<void> {
    await this.sessions.close();
  }

  /** Makes a mailbox of the target anew that somebody has deleted meanwhile, and does the work then. */
  private async whereMissing<T>(container: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isMissing(error) || this.options.access === 'read') throw error;
      this.list.forget(container);
      await this.list.create(container, signal);
      return work();
    }
  }

  /** What a mailbox holds, every identity included; asks the server only when this store has not done so yet. */
  private async identifiedState(mailbox: string, signal: AbortSignal): Promise<MailboxState> {
    const state = this.stateOf(mailbox);
    if (this.visited.has(mailbox) && state.isIdentified) return state;
    await this.sessions.persist(mailbox, signal, async (session) => {
      await openMailbox(session, mailbox, state, !this.visited.has(mailbox));
      this.visited.add(mailbox);
      await identifyUpTo(session, state, Infinity, signal);
    });
    return state;
  }

  private async readerOf(container: string, signal: AbortSignal): Promise<ContentReader> {
    const mailbox = await this.list.mailboxOf(container, signal);
    return new ContentReader(mailbox, this.stateOf(mailbox), this.sessions);
  }

  private stateOf(mailbox: string): MailboxState {
    return this.states.of(this.account, mailbox);
  }

  private async folderOf(path: string, signal: AbortSignal): Promise<Folder> {
    const known = this.known?.get(path);
    if (known) return known;
    this.known = new Map((await this.list.folders(signal)).map((folder) => [folder.path, folder]));
    const mailbox = await this.list.mailboxOf(path, signal);
    return (
      this.known.get(path) ?? { path, mailbox, specialUse: null, isSubscribed: false, messages: null, version: null }
    );
  }

  /**
   * What a virtual folder shows and another one holds is the same message (Gmail's "All Mail"): it is copied with the
   * other one. The identities of all the others are learned for that.
   */
  private async elsewhere(virtual: Folder, signal: AbortSignal): Promise<IsElsewhere> {
    const states: MailboxState[] = [];
    for (const { path, mailbox, specialUse } of this.known?.values() ?? []) {
      if (path === virtual.path) break;
      if (specialUse === virtual.specialUse) continue;
      states.push(await this.identifiedState(mailbox, signal));
    }
    return ({ identity }) => states.some(({ index }) => index.count(identity) > 0);
  }

  private requireWriting(): void {
    if (this.options.access === 'write') return;
    throw new ReadOnlyStoreError('This store was opened as a source, and a source is never changed.');
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof StoreRefusedError && isMissingMailbox(error.cause);
}
