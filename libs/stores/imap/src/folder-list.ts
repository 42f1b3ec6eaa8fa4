import { FolderPlan, pairFolders } from './folder-plan';
import { type Folder, foldersOf, listMailboxes, spellingOf } from './folders';
import { quoted, encodeMailboxName } from './modified-utf7';
import type { Session, Sessions } from './sessions';
import type { SpecialUse } from './special-use';
import { responseCodeOf } from './server-answer';

/** What the folders of the other side are for, and which of them a person has subscribed. */
export interface FolderSource {
  folders(signal: AbortSignal): Promise<readonly Folder[]>;
}

/** That a folder of the source, with all below it, goes to another folder of the target; both by their paths. */
export interface PathPair {
  readonly source: string;
  readonly target: string;
}

/** Which folders there are, and what they are called on the other side. */
export interface FolderOptions {
  /** At a target: the source, whose special folders are matched and whose subscriptions are carried over. */
  readonly like?: FolderSource;
  /** At a target: folders of the source that are another one here, whatever they are for. */
  readonly pairs?: readonly PathPair[];
  /** Paths that are left out with all below them, and special uses such as `\Junk`. */
  readonly leaveOut?: readonly string[];
}

/** The folders of one person on one side, with their paths. */
export class FolderList implements FolderSource {
  private plan: Promise<FolderPlan> | null = null;
  private originFolders: Promise<ReadonlyMap<string, Folder>> | null = null;
  private readonly created = new Set<string>();

  constructor(
    private readonly sessions: Sessions,
    private readonly options: FolderOptions,
  ) {}

  /** Every folder that is not left out: parents first, virtual ones last. */
  async folders(signal: AbortSignal): Promise<readonly Folder[]> {
    const plan = await this.planned(signal);
    const mailboxes = await this.sessions.persist(null, signal, (session) => listMailboxes(session.client));
    return foldersOf(mailboxes, plan).filter((folder) => !this.isLeftOut(folder));
  }

  /** The mailbox of a container, whether it exists or not. */
  async mailboxOf(path: string, signal: AbortSignal): Promise<string> {
    return (await this.planned(signal)).mailboxOf(path);
  }

  /** The mailbox of a container is not there any more, although it has been. */
  forget(path: string): void {
    this.created.delete(path);
  }

  /** Folders may have come and gone meanwhile. */
  forgetAll(): void {
    this.plan = null;
    this.originFolders = null;
    this.created.clear();
  }

  /** Makes sure that the mailbox of a container exists, for the same purpose and as subscribed as at the source. */
  async create(path: string, signal: AbortSignal): Promise<void> {
    if (this.created.has(path)) return;
    const mailbox = await this.mailboxOf(path, signal);
    const origin = (await this.origins(signal)).get(path);
    await this.sessions.persist(null, signal, async (session) => {
      const isNew = await createMailbox(session, mailbox, origin?.specialUse ?? null);
      // imapflow leaves it undefined, and not false, where it is not subscribed.
      if (isNew && (!origin || origin.isSubscribed)) await session.client.mailboxSubscribe(mailbox);
    });
    this.created.add(path);
  }

  private planned(signal: AbortSignal): Promise<FolderPlan> {
    this.plan ??= this.makePlan(signal).catch((error: unknown) => {
      this.plan = null;
      throw error;
    });
    return this.plan;
  }

  private async makePlan(signal: AbortSignal): Promise<FolderPlan> {
    const [origins, listing] = await Promise.allSettled([
      this.origins(signal),
      this.sessions.persist(null, signal, async (session) => ({
        mailboxes: await listMailboxes(session.client),
        spelling: spellingOf(session.client),
      })),
    ]);
    if (origins.status === 'rejected') throw origins.reason;
    if (listing.status === 'rejected') throw listing.reason;
    const [source, listed] = [[...origins.value.values()], listing.value];
    const literal = new FolderPlan(listed.spelling);
    const target = listed.mailboxes.map((one) => ({ ...one, path: literal.pathOf(one.mailbox) }));
    const explicit = (this.options.pairs ?? []).map((pair) => ({
      path: pair.source,
      mailbox: literal.mailboxOf(pair.target),
    }));
    return new FolderPlan(listed.spelling, pairFolders(source, target, explicit));
  }

  private origins(signal: AbortSignal): Promise<ReadonlyMap<string, Folder>> {
    const { like } = this.options;
    if (!like) return Promise.resolve(new Map());
    this.originFolders ??= like.folders(signal).then(
      (folders) => new Map(folders.map((folder) => [folder.path, folder])),
      (error: unknown) => {
        this.originFolders = null;
        throw error;
      },
    );
    return this.originFolders;
  }

  private isLeftOut({ path, specialUse }: Folder): boolean {
    return (this.options.leaveOut ?? []).some(
      (one) => one === specialUse || one === path || (!one.startsWith('\\') && path.startsWith(`${one}/`)),
    );
  }
}

/** Creates a mailbox, for a purpose where the server lets one say it (CREATE-SPECIAL-USE). Answers whether it is new. */
async function createMailbox({ client }: Session, mailbox: string, specialUse: SpecialUse | null): Promise<boolean> {
  if (mailbox === 'INBOX') return false;
  const name = quoted(encodeMailboxName(mailbox));
  const use = specialUse !== null && client.capabilities.has('CREATE-SPECIAL-USE') ? ` (USE (${specialUse}))` : '';
  try {
    (await client.exec(`CREATE ${name}${use}`, false, {})).next();
    return true;
  } catch (error) {
    if (await exists(client, mailbox)) return false;
    // RFC 6154, section 5.2: the server may refuse the purpose, and take the mailbox.
    if (use === '' || responseCodeOf(error) !== 'USEATTR') throw error;
    (await client.exec(`CREATE ${name}`, false, {})).next();
    return true;
  }
}

async function exists(client: Session['client'], mailbox: string): Promise<boolean> {
  try {
    return (await client.status(mailbox, { uidValidity: true })) !== false;
  } catch {
    return false;
  }
}
