/** The mover between two mailboxes, as the engine uses it, in a process of its own. Copies what its parent asks for. */
import { readFileSync } from 'node:fs';
import { type CopyMailboxes, copyMailbox } from './copy-mailbox';
import { keepHeapSmall } from './service-heap';

keepHeapSmall();

process.on('message', (question: CopyMailboxes) => {
  copyMailbox(question).then(
    (seconds) => process.send?.({ seconds, peakMegabytes: peakMegabytes() }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

/** Most that was ever resident. `getrusage` would count the parent, too, from which this process was forked. */
function peakMegabytes(): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
