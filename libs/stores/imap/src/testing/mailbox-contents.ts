import { createHash } from 'node:crypto';
import type { MailClient } from '../mail-client';

/** What a mailbox holds, as seen by a client that knows nothing of the store: one line a message, by folder. */
export async function mailboxContents(client: MailClient): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { path, flags } of await client.list()) {
    if (flags.has('\\Noselect') || flags.has('\\NonExistent')) continue;
    const { exists } = await client.mailboxOpen(path, { readOnly: true });
    const query = { uid: true, flags: true, internalDate: true, source: true };
    const rows = exists === 0 ? [] : await client.fetchAll('1:*', query);
    contents[path] = rows
      .map(({ flags: own, internalDate, source }) => {
        const digest = createHash('sha256')
          .update(source ?? '')
          .digest('hex');
        const kept = [...(own ?? [])].filter((flag) => flag !== '\\Recent').sort();
        return `${digest} ${source?.byteLength} ${new Date(internalDate ?? 0).toISOString()} ${kept.join(' ')}`;
      })
      .sort();
  }
  await client.mailboxClose();
  return contents;
}
