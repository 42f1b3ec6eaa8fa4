import { ImapFlow } from 'imapflow';
import { PASSWORD } from '../../test/dovecot.mjs';

/** Nested, and not in ASCII. */
export const FOLDERS = ['INBOX', 'A', 'A/B', 'A/B/C', 'Zoë'];

const LINE = `${'x'.repeat(70)}\r\n`;

/**
 * Fills the mailbox of a user, the messages spread evenly over the folders; half of them are read, each has a date.
 *
 * @param {import('../../test/dovecot.mjs').Dovecot} server
 * @param {{ user: string, folders: string[], messages: number, bytes: [least: number, most: number] }} mailbox
 * @returns {Promise<number>} bytes of all messages
 */
export async function fillMailbox(server, { user, folders, messages, bytes }) {
  const { host, port } = server;
  const auth = { user, pass: PASSWORD };
  const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  try {
    for (const folder of folders) if (folder !== 'INBOX') await client.mailboxCreate(folder);
    const sizes = sizesOf(bytes);
    let total = 0;
    for (let number = 0; number < messages; number += 1) {
      const content = messageOf(number, sizes());
      const flags = number % 2 === 0 ? [] : ['\\Seen'];
      await client.append(folders[number % folders.length], content, flags, new Date(1e12 + number * 1000));
      total += content.byteLength;
    }
    return total;
  } finally {
    await client.logout();
  }
}

/** Sizes like those of mail: most are small, a few are large, and every run has the same. */
function sizesOf([least, most]) {
  let seed = 7;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.round(least * (most / least) ** ((seed / 2147483648) ** 2));
  };
}

function messageOf(number, size) {
  const head = [
    `Received: from relay.ferry.example by mail.ferry.example; ${number}`,
    'Received: from client.ferry.example by relay.ferry.example',
    `Message-ID: <${number}@ferry.example>`,
    'From: Sender <sender@ferry.example>',
    'To: Reader <reader@ferry.example>',
    'Subject: Greetings',
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${LINE.repeat(Math.ceil(Math.max(size - head.length, 0) / LINE.length))}`);
}
