import type { ItemHeader } from '@ferry/stores-spi';
import { fetchRows } from './fetch-rows';
import { type FlagChange, flagChange, flagsOf, keptFlags } from './flags';
import { openMailbox } from './identify';
import { parseKey } from './item-key';
import type { MailboxState } from './mailbox-state';
import { sequenceSet } from './sequence-set';
import type { Session } from './sessions';

/** Gives messages of a mailbox the flags that their headers say, as far as it keeps them. Answers how many have changed. */
export async function updateFlags(
  session: Session,
  mailbox: string,
  state: MailboxState,
  items: readonly ItemHeader[],
): Promise<number> {
  await openMailbox(session, mailbox, state, false);
  const { client } = session;
  const permanent = client.mailbox === false ? undefined : client.mailbox.permanentFlags;
  const wanted = new Map<number, string[]>();
  for (const { key, properties } of items) {
    const parsed = parseKey(key);
    const uid = parsed && state.index.uidOf(parsed.identity, parsed.occurrence);
    if (uid !== null) wanted.set(uid, keptFlags(flagsOf(properties), permanent));
  }
  if (wanted.size === 0) return 0;

  const uids = sequenceSet([...wanted.keys()].sort((a, b) => a - b));
  const changes = new Map<string, { change: FlagChange; uids: number[] }>();
  for (const { uid, flags } of await fetchRows(client, uids, 'FLAGS')) {
    const change = flagChange(flags, wanted.get(uid) ?? [...flags]);
    if (!change) continue;
    const name = JSON.stringify(change);
    const same = changes.get(name) ?? { change, uids: [] };
    same.uids.push(uid);
    changes.set(name, same);
  }
  let changed = 0;
  for (const { change, uids: same } of changes.values()) {
    await store(session, same, '+', change.add);
    await store(session, same, '-', change.remove);
    changed += same.length;
  }
  return changed;
}

async function store(
  { client }: Session,
  uids: readonly number[],
  sign: '+' | '-',
  flags: readonly string[],
): Promise<void> {
  if (flags.length === 0) return;
  (await client.exec(`UID STORE ${sequenceSet(uids)} ${sign}FLAGS.SILENT (${flags.join(' ')})`, false, {})).next();
}
