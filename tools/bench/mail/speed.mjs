import { startChild } from '../engine/child.mjs';
import { inTurns, median, rounded } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { checkAndRemove, connectionOf, startMailServer } from './mail-server.mjs';
import { copyWithMbsync } from './mbsync.mjs';
import { fillMailbox, FOLDERS } from './sample-mail.mjs';

const GOAL = 2;
const MESSAGES = 5_000;
/** Of a message; 38 kB in the mean. */
const BYTES = [2_000, 350_000];
/** The mailbox, a copy of it, and room to move. */
const FREE_BYTES = 1e9;

/**
 * Messages a second by the mover, against `mbsync` on the same mailbox and the same server, each into a mailbox that nobody
 * has used yet.
 *
 * @param {{ medium: import('./mail-server.mjs').Medium, program: string, bundled: string, quick: boolean }} options
 */
export async function speed({ medium, program, bundled, quick }) {
  const [rounds, messages] = quick ? [1, 300] : [3, MESSAGES];
  const server = await startMailServer(medium, FREE_BYTES);
  const ferry = await startChild(bundled, {});
  try {
    const from = 'source';
    const bytes = await fillMailbox(server, { user: from, folders: FOLDERS, messages, bytes: BYTES });
    let users = 0;
    const measured = (copy, addsHeaders) => async () => {
      users += 1;
      const to = `target${users}`;
      const seconds = await copy(to);
      checkAndRemove(server, to, { messages, bytes, addsHeaders });
      return messages / seconds;
    };
    const subject = measured(async (to) => {
      const answer = await ferry.ask({ source: connectionOf(server, from), target: connectionOf(server, to) });
      return answer.seconds;
    }, false);
    // It gives each message an X-TUID, to find its copy again.
    const baseline = measured((to) => copyWithMbsync(program, server, { from, to }), true);
    // The service runs for months; the first copy would measure how it warms up.
    await subject();
    await baseline();
    const pairs = await inTurns(rounds, { subject, baseline });
    const megabytes = (side) => rounded((median(pairs.map((pair) => pair[side])) * bytes) / messages / 1e6);
    const details = {
      measure: 'messages a second by Ferry, and by mbsync',
      megabytesPerSecond: { subject: megabytes('subject'), baseline: megabytes('baseline') },
      messages,
    };
    return comparison({ name: `mail-${medium}`, goal: GOAL, better: 'higher', details }, pairs);
  } finally {
    await ferry.stop();
    await server.stop();
  }
}
