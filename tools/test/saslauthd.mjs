import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';

const STRINGS = 4;

/**
 * Answers as saslauthd does, by its socket: a request has login, password, service and realm, each behind its length in
 * two bytes, and the answer is `OK` or `NO` alike. Every login is right with the one password.
 *
 * @param {string} path
 * @param {string} password
 */
export async function answerSaslauthd(path, password) {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const strings = stringsOf(received);
      if (!strings) return;
      const verdict = Buffer.from(strings[1] === password ? 'OK' : 'NO');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(verdict.length);
      socket.end(Buffer.concat([length, verdict]));
    });
  }).listen(path);
  await once(server, 'listening');
  // The mail server is another user.
  chmodSync(path, 0o777);
  return { stop: async () => void (await new Promise((closed) => server.close(closed))) };
}

/** The strings of a request; null while it is not complete. */
function stringsOf(bytes) {
  const strings = [];
  let at = 0;
  while (strings.length < STRINGS) {
    if (bytes.length < at + 2) return null;
    const end = at + 2 + bytes.readUInt16BE(at);
    if (bytes.length < end) return null;
    strings.push(bytes.toString('utf8', at + 2, end));
    at = end;
  }
  return strings;
}
