import { mailboxContents, type MailClients, message } from '@ferry/stores-imap/testing';
import { availableParallelism } from 'node:os';

/** Folders of every mailbox: nested ones, with letters beyond ASCII, and two that are there for a purpose. */
const FOLDERS = ['INBOX', 'Projekte/Zoë & Söhne/2024', 'Projekte/東京', 'Archiv', 'Sent'] as const;
const DATE = Date.UTC(2021, 0, 1, 8);
/** A message with the date at which it came. */
type OddMail = readonly [Buffer, Date];

/** Nul bytes, line feeds alone, and a date to come. */
const MENDED: readonly OddMail[] = [
  [message({ messageId: '<nul@mail.example>', body: 'a\0b' }), new Date(DATE)],
  [Buffer.from('Message-ID: <bare@mail.example>\nSubject: bare line feeds\n\nOne\nTwo\r\nThree'), new Date(DATE)],
  [message({ messageId: '<future@mail.example>' }), new Date('2099-12-31T23:59:59Z')],
];
/** More connections would only wait for each other. */
const AT_ONCE = availableParallelism() * 2;

/** How a server spells the path of a folder. */
export type Spelling = (path: string) => string;

/** A mailbox of a spec is seen by an IMAP client that knows nothing of Ferry. */
export class Mailboxes {
  constructor(
    private readonly server: MailClients,
    private readonly spelling: Spelling,
  ) {}

  /**
   * Fills mailboxes with so many ordinary messages each, and with odd ones; `mended` with such as some servers mend and others
   * refuse, `headerless` with one that has no header, which some refuse.
   */
  async fill(users: readonly string[], messages: number, { mended = true, headerless = true } = {}): Promise<void> {
    await inParallel(users, (user) =>
      this.fillOne(user, messages, mended ? [...oddMail(user), ...MENDED] : oddMail(user)),
    );
    if (headerless) await inParallel(users, (user) => this.deliverHeaderless(user));
  }

  /** Lets mail arrive. */
  async deliver(user: string, names: readonly string[]): Promise<void> {
    const client = await this.server.client(user);
    for (const name of names) {
      await client.append('INBOX', message({ messageId: `<${name}@mail.example>`, subject: name }), [], new Date(DATE));
    }
    await client.logout();
  }

  /** Lets a message without any header arrive. */
  async deliverHeaderless(user: string): Promise<void> {
    const client = await this.server.client(user);
    await client.append('INBOX', Buffer.from('no header at all'), [], new Date(DATE));
    await client.logout();
  }

  /** Marks the first messages of the inbox. */
  async flag(user: string, range: string, flags: string[]): Promise<void> {
    const client = await this.server.client(user);
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd(range, flags);
    await client.logout();
  }

  /** What mailboxes hold, by user and path of folder; folders without mail are left out. */
  async contents(users: readonly string[]): Promise<Record<string, Record<string, string[]>>> {
    const all: Record<string, Record<string, string[]>> = {};
    await inParallel(users, async (user) => {
      const client = await this.server.client(user);
      const held = Object.entries(await mailboxContents(client)).filter(([, lines]) => lines.length > 0);
      all[user] = Object.fromEntries(held.map(([name, lines]) => [this.pathOf(name), lines]));
      await client.logout();
    });
    return all;
  }

  private async fillOne(user: string, messages: number, odd: readonly OddMail[]): Promise<void> {
    const client = await this.server.client(user);
    const there = new Set((await client.list()).map(({ path }) => path));
    const wanted = FOLDERS.map(this.spelling).filter((name) => !there.has(name));
    for (const name of wanted) await client.mailboxCreate(name);
    for (let number = 0; number < messages; number += 1) {
      const content = message({
        messageId: `<${number}.${user}@mail.example>`,
        received: [`from mx${number % 3}.example by mail.example; Mon, 4 Jan 2021 08:00:00 +0000`],
        body: `Zeile ${number}: ÄÖÜ 東京\r\n`.repeat(1 + (number % 40)),
      });
      const flags = [...(number % 2 ? ['\\Seen'] : []), ...(number % 9 ? [] : ['\\Flagged', '$Forwarded'])];
      const folder = FOLDERS[number % FOLDERS.length] ?? 'INBOX';
      await client.append(this.spelling(folder), content, flags, new Date(DATE + number * 60_000));
    }
    for (const [content, date] of odd) await client.append('INBOX', content, [], date);
    await client.logout();
  }

  private pathOf(name: string): string {
    return FOLDERS.find((path) => this.spelling(path) === name) ?? name;
  }
}

/** Mail that is not as one expects it. */
function oddMail(user: string): OddMail[] {
  const date = new Date(DATE);
  const same = message({ messageId: `<same.${user}@mail.example>` });
  return [
    ...[same, same, same].map((content): OddMail => [content, date]),
    [message({ subject: 'no id', body: user }), date],
    [message({ subject: 'no id', body: user }), date],
    [Buffer.from(`${message({ messageId: '<8bit@mail.example>' }).toString('latin1')}\xe4\xff`, 'latin1'), date],
    ...((user.endsWith('1')
      ? [[message({ messageId: '<large@mail.example>', body: `${'x'.repeat(76)}\r\n`.repeat(270_000) }), date]]
      : []) as OddMail[]),
  ];
}

async function inParallel(users: readonly string[], work: (user: string) => Promise<void>): Promise<void> {
  const waiting = [...users];
  const one = async (): Promise<void> => {
    for (let user = waiting.shift(); user !== undefined; user = waiting.shift()) await work(user);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
