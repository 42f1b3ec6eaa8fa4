import { startChild } from '../engine/child.mjs';
import { rounded } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { checkAndRemove, connectionOf, startMailServer } from './mail-server.mjs';
import { fillMailbox } from './sample-mail.mjs';

/** What may grow by no more than the noise of a collected heap. */
const GOAL = 1.2;
/** Of a message; 7 kB in the mean, so that a hundred thousand fit anywhere. */
const BYTES = [2_000, 30_000];
const FREE_BYTES = 3e9;

/**
 * The most memory that a process needs which copies one large folder, against one that copies a small folder. On disk,
 * where the mail itself takes none.
 *
 * @param {{ bundled: string, quick: boolean }} options
 */
export async function memory({ bundled, quick }) {
  const [few, many] = quick ? [200, 2_000] : [1_000, 100_000];
  const server = await startMailServer('disk', FREE_BYTES);
  try {
    const small = await copied(server, bundled, few);
    const large = await copied(server, bundled, many);
    const details = {
      measure: `megabytes resident at most, at ${many} messages and at ${few}`,
      messagesPerSecond: rounded(many / large.seconds),
    };
    const pair = { subject: large.peakMegabytes, baseline: small.peakMegabytes };
    return comparison({ name: 'mail-memory', goal: GOAL, better: 'lower', details }, [pair]);
  } finally {
    await server.stop();
  }
}

/** By a process of its own, whose memory has held nothing before. */
async function copied(server, bundled, messages) {
  const [from, to] = [`source${messages}`, `target${messages}`];
  const bytes = await fillMailbox(server, { user: from, folders: ['INBOX'], messages, bytes: BYTES });
  const ferry = await startChild(bundled, {});
  try {
    const answer = await ferry.ask({ source: connectionOf(server, from), target: connectionOf(server, to) });
    checkAndRemove(server, to, { messages, bytes });
    return answer;
  } finally {
    await ferry.stop();
  }
}
