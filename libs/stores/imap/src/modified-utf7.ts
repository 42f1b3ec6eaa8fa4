/** Names of mailboxes on the wire: modified UTF-7 (RFC 3501, section 5.1.3). */

const SHIFTED = /&([^-]*)-/g;
const UNPRINTABLE = /[^\x20-\x7e]+/g;

/** A name as it is sent. */
export function encodeMailboxName(name: string): string {
  return name.replaceAll('&', '&-').replace(UNPRINTABLE, (text) => {
    const units = Buffer.from(text, 'utf16le').swap16();
    return `&${units.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

/** A name as it was received; what is no modified UTF-7 stays as it is, because it still names a mailbox. */
export function decodeMailboxName(name: string): string {
  return name.replace(SHIFTED, (whole, base64: string) => {
    if (base64 === '') return '&';
    const units = Buffer.from(base64.replaceAll(',', '/'), 'base64');
    return units.length % 2 === 0 ? units.swap16().toString('utf16le') : whole;
  });
}

/** A text as a quoted string of a command (RFC 3501, section 4.3). Throws `RangeError` for what no quoted string may hold. */
export function quoted(text: string): string {
  if (/[\0\r\n]/.test(text)) throw new RangeError('A line end or a NUL cannot stand in a command.');
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
