import {
  alternativeMessage,
  attachmentLead,
  correspondent,
  type Envelope,
  lines,
  type Mailbox,
  mailBody,
  mailboxOf,
  messageWithAttachment,
  plainMessage,
  smallAttachment,
} from './mail-message';
import {
  dateAt,
  textContent,
  type ContentContainer,
  type ContentItem,
  type ContentOwner,
  type PersonContent,
} from './person-content';
import { heading } from './phrase';
import { Random } from './random';
import { PROJECTS, SUBJECTS } from './vocabulary';

/** What is not ordinary about a mailbox. */
export interface MailboxShape {
  /** How many messages it has. */
  readonly messages: number;
  /** Whether its messages are as short as notifications: 600 to 900 bytes. */
  readonly isTerse: boolean;
  /** Whether three messages of its inbox carry attachments of 36 to 48 MB. */
  readonly hasOversized: boolean;
}

/** Base64 lines of an oversized attachment are made of this many at a time: about 64 kB. */
const LINES_PER_CHUNK = 840;
const OVERSIZED_AT: ReadonlySet<number> = new Set([7, 19, 31]);
const INBOX = 'Inbox';
const SENT = 'Sent Items';

/** The mailbox of an ordinary person: 150 to 260 messages. */
export function ordinaryMailbox(owner: ContentOwner): MailboxShape {
  return { messages: new Random(`${owner.id}/mailbox`).between(150, 260), isTerse: false, hasOversized: false };
}

/** The messages of a person in nested folders, as RFC 5322 texts; their keys are their Message-IDs. */
export class MailboxContent implements PersonContent {
  readonly containers: readonly ContentContainer[];
  private readonly counts: ReadonlyMap<string, number>;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(
    private readonly owner: ContentOwner,
    private readonly shape: MailboxShape,
  ) {
    this.containers = foldersOf(owner, shape.messages);
    this.counts = new Map(this.containers.map(({ path, itemCount }) => [path, itemCount]));
    this.numbers = new Map(this.containers.map(({ path }, number) => [path, number]));
  }

  key(container: string, index: number): string {
    const chance = this.random('id', container, index).hex(12);
    return `<${chance}.${this.numbers.get(container) ?? 0}.${index}@mail.contoso.example>`;
  }

  item(container: string, index: number): ContentItem {
    const random = this.random('message', container, index);
    const { envelope, isAnswered } = this.envelope(container, index, random);
    const isOversized = this.shape.hasOversized && container === INBOX && OVERSIZED_AT.has(index);
    const content = isOversized ? this.oversized(envelope, random) : textContent(this.text(envelope, random));
    const isOld = index < (this.counts.get(container) ?? 0) * 0.9;
    return {
      key: envelope.messageId,
      name: envelope.subject,
      dateTime: envelope.date,
      properties: {
        seen: container === SENT || isOld || random.percent(50),
        flagged: random.percent(6),
        answered: isAnswered,
      },
      ...content,
    };
  }

  private envelope(container: string, index: number, random: Random): { envelope: Envelope; isAnswered: boolean } {
    const me = mailboxOf(this.owner);
    const other = correspondent(random);
    const others: Mailbox[] = !this.shape.isTerse && random.percent(25) ? [correspondent(random)] : [];
    const isSent = container === SENT;
    const isReply = this.isReply(container, index);
    const envelope: Envelope = {
      messageId: this.key(container, index),
      inReplyTo: isReply ? this.key(container, index - 1) : null,
      from: isSent ? me : other,
      to: [isSent ? other : me, ...others],
      date: dateAt(index, this.counts.get(container) ?? 1, random),
      subject: isReply ? `Re: ${this.subject(container, index)}` : this.subject(container, index),
    };
    return { envelope, isAnswered: !isSent && random.percent(30) };
  }

  /** Whether the message answers the one before it in its folder. */
  private isReply(container: string, index: number): boolean {
    return index > 0 && this.random('reply', container, index).percent(35);
  }

  /** Answers keep the subject of the message that began the conversation. */
  private subject(container: string, index: number): string {
    let first = index;
    while (this.isReply(container, first)) first -= 1;
    return heading(SUBJECTS, this.random('subject', container, first));
  }

  private random(aspect: string, container: string, index: number): Random {
    return new Random(`${this.owner.id}/mailbox/${aspect}/${container}/${index}`);
  }

  private text(envelope: Envelope, random: Random): string {
    const addressee = envelope.to[0] ?? envelope.from;
    if (this.shape.isTerse) {
      return plainMessage(envelope, mailBody(envelope.from, addressee, random.between(3, 4), random));
    }
    const body = mailBody(envelope.from, addressee, random.between(7, 22), random);
    const boundary = `part-${random.hex(16)}`;
    if (random.percent(15)) return messageWithAttachment(envelope, body, smallAttachment(random), boundary);
    return random.percent(35) ? alternativeMessage(envelope, body, boundary) : plainMessage(envelope, body);
  }

  private oversized(envelope: Envelope, random: Random): Pick<ContentItem, 'size' | 'chunks'> {
    const boundary = `part-${random.hex(16)}`;
    const body = mailBody(envelope.from, envelope.to[0] ?? envelope.from, 3, random);
    const file = { fileName: 'site-survey-photos.zip', type: 'application/zip' };
    const head = Buffer.from(lines(attachmentLead(envelope, body, file, boundary)), 'utf8');
    const tail = Buffer.from(lines([`--${boundary}--`]), 'utf8');
    const line = Buffer.from(random.bytes(57)).toString('base64');
    const chunk = Buffer.from(`${line}\r\n`.repeat(LINES_PER_CHUNK), 'ascii');
    const repeats = Math.ceil((random.between(36, 47) * 1024 * 1024) / chunk.byteLength);
    return {
      size: head.byteLength + repeats * chunk.byteLength + tail.byteLength,
      *chunks() {
        yield head;
        for (let count = 0; count < repeats; count += 1) yield chunk;
        yield tail;
      },
    };
  }
}

/** The folders with their shares of the messages; drafts are empty, as most people leave them. */
function foldersOf(owner: ContentOwner, messages: number): ContentContainer[] {
  const [first = 'One', second = 'Two'] = new Random(`${owner.id}/folders`).sample(PROJECTS, 2);
  const percents: readonly (readonly [path: string, percent: number])[] = [
    [INBOX, 0],
    [`${INBOX}/Newsletters`, 6],
    [`${INBOX}/Projects`, 2],
    [`${INBOX}/Projects/${first}`, 9],
    [`${INBOX}/Projects/${second}`, 7],
    [SENT, 22],
    ['Drafts', 0],
    ['Archive', 1],
    ['Archive/2024', 8],
    ['Archive/2024/Travel', 3],
    ['Archive/2025', 6],
    ['Deleted Items', 4],
  ];
  const folders = percents.map(([path, percent]) => ({ path, itemCount: Math.floor((messages * percent) / 100) }));
  const elsewhere = folders.reduce((sum, folder) => sum + folder.itemCount, 0);
  return folders.map((folder) => (folder.path === INBOX ? { ...folder, itemCount: messages - elsewhere } : folder));
}
