import { sourceMailOf } from '../sandbox-directory';
import type { ContentOwner } from './person-content';
import { COLLEAGUES, letter } from './phrase';
import type { Random } from './random';
import { CITIES, PROJECTS, TOPICS } from './vocabulary';

const PARTNERS = ['woodgrove.example', 'litware.example', 'adatum.example', 'proseware.example'] as const;
const PARTNER_NAMES = ['Helene Moreau', 'Ravi Menon', 'Judith Brandauer', 'Pedro Salgado', 'Aoife Brennan'] as const;

/** What the header of a message says. */
export interface Envelope {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly date: Date;
  readonly subject: string;
}

/** A name with its address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A file that is attached to a message, in base64 already. */
export interface Attachment {
  readonly fileName: string;
  readonly type: string;
  readonly base64: string;
}

/** Somebody whom the owner writes to: mostly colleagues, now and then a partner. */
export function correspondent(random: Random): Mailbox {
  if (random.percent(80)) return colleague(random.pick(COLLEAGUES));
  const name = random.pick(PARTNER_NAMES);
  return { name, address: `${name.toLowerCase().replace(' ', '.')}@${random.pick(PARTNERS)}` };
}

/** A colleague with the address at Contoso. */
export function colleague(name: string): Mailbox {
  return { name, address: sourceMailOf(name) };
}

/** The owner as a correspondent. */
export function mailboxOf(owner: ContentOwner): Mailbox {
  return { name: owner.displayName, address: owner.mail };
}

/** The header fields of a message (RFC 5322, section 3.6) without those that describe its body. */
export function headerLines(envelope: Envelope): string[] {
  return [
    `Message-ID: ${envelope.messageId}`,
    ...(envelope.inReplyTo ? [`In-Reply-To: ${envelope.inReplyTo}`, `References: ${envelope.inReplyTo}`] : []),
    `Date: ${mailDate(envelope.date)}`,
    `From: ${mailboxText(envelope.from)}`,
    `To: ${envelope.to.map(mailboxText).join(',\r\n ')}`,
    `Subject: ${encodedWord(envelope.subject)}`,
    'MIME-Version: 1.0',
  ];
}

/** A message with a plain body. */
export function plainMessage(envelope: Envelope, paragraphs: readonly string[]): string {
  return lines([...headerLines(envelope), ...plainPart(paragraphs)]);
}

/** A message that says the same in plain text and in HTML (RFC 2046, section 5.1.4). */
export function alternativeMessage(envelope: Envelope, paragraphs: readonly string[], boundary: string): string {
  return lines([
    ...headerLines(envelope),
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plainPart(paragraphs),
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '<html><body>',
    ...paragraphs.map((paragraph) => `<p>${wrapped(paragraph.replaceAll('&', '&amp;')).join('\r\n')}</p>`),
    '</body></html>',
    `--${boundary}--`,
  ]);
}

/** A message with an attached file (RFC 2046, section 5.1.3). */
export function messageWithAttachment(
  envelope: Envelope,
  paragraphs: readonly string[],
  attachment: Attachment,
  boundary: string,
): string {
  const lineCount = Math.ceil(attachment.base64.length / 76);
  const base64 = Array.from({ length: lineCount }, (_, line) => attachment.base64.slice(line * 76, line * 76 + 76));
  return lines([...attachmentLead(envelope, paragraphs, attachment, boundary), ...base64, `--${boundary}--`]);
}

/** Everything of a message with an attachment up to where the base64 lines begin. */
export function attachmentLead(
  envelope: Envelope,
  paragraphs: readonly string[],
  attachment: Omit<Attachment, 'base64'>,
  boundary: string,
): string[] {
  return [
    ...headerLines(envelope),
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plainPart(paragraphs),
    `--${boundary}`,
    `Content-Type: ${attachment.type}; name="${attachment.fileName}"`,
    `Content-Disposition: attachment; filename="${attachment.fileName}"`,
    'Content-Transfer-Encoding: base64',
    '',
  ];
}

/** A small file to attach: a table that somebody exported. */
export function smallAttachment(random: Random): Attachment {
  const rows = Array.from(
    { length: random.between(15, 50) },
    (_, row) => `${row + 1};${random.pick(CITIES)};${random.pick(PROJECTS)};${random.between(100, 99_999)}`,
  );
  const text = ['No;Office;Project;Amount', ...rows].join('\r\n');
  const fileName = `${random.pick(TOPICS).replaceAll(' ', '-')}.csv`;
  return { fileName, type: 'text/csv; charset=utf-8', base64: Buffer.from(text).toString('base64') };
}

/** The paragraphs of a message to somebody. */
export function mailBody(from: Mailbox, to: Mailbox, sentences: number, random: Random): string[] {
  return [`Hi ${to.name.split(' ')[0] ?? to.name},`, ...letter(sentences, from.name, random)];
}

/** Joins the lines the way messages are sent, the last one ended too. */
export function lines(parts: readonly string[]): string {
  return `${parts.join('\r\n')}\r\n`;
}

function plainPart(paragraphs: readonly string[]): string[] {
  return [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...paragraphs.flatMap((paragraph) => [...wrapped(paragraph), '']),
  ];
}

/** Lines of at most 76 characters (RFC 5322, section 2.1.1 recommends fewer than 78), broken between words. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const rows: string[] = [];
    let rest = line;
    while (rest.length > 76) {
      const space = rest.lastIndexOf(' ', 76);
      if (space < 1) break;
      rows.push(rest.slice(0, space));
      rest = rest.slice(space + 1);
    }
    return [...rows, rest];
  });
}

function mailboxText({ name, address }: Mailbox): string {
  return `${encodedWord(name)} <${address}>`;
}

/** Text beyond ASCII in a header field (RFC 2047, section 4.1). */
function encodedWord(text: string): string {
  return /^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

function mailDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
