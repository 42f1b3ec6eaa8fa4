import { setTimeout as delay } from 'node:timers/promises';
import type { Check } from '../../checks/check';
import { contract, rfc } from '../../checks/sources';
import { has, holds, matches, objectOf, present } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';
import type { Answer } from '../../server/answer';

/** How many requests are under way at a time. */
const AT_ONCE = 50;

/** Sends many requests until one is refused because of them, and gives that refusal. */
export async function provoke(test: CheckContext): Promise<Answer> {
  const requests = test.server.options.provokeThrottling ?? 0;
  const refusals: Answer[] = [];
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent++ < requests && refusals.length === 0) {
      const answer = await test.get(`${test.jobs()}?$top=1`);
      if (answer.status === 429) refusals.push(answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return present(refusals[0], `A refusal with 429 among the answers to ${requests} requests`);
}

/** The seconds that a refusal asks to wait. */
export function secondsToWait(refusal: Answer): number {
  const text = refusal.header('retry-after');
  matches(text, /^\d+(?:\.\d+)?$/, 'Retry-After');
  return Number(text);
}

/** What happens to callers who ask too often (contract page 5.2). */
export const THROTTLING: readonly Check[] = [
  {
    id: 'throttling.refusal',
    sentence: 'Too many requests are refused with 429 `TooManyRequests` in the published words, and `Retry-After`',
    sources: [contract('5.2', 'G-thr'), rfc(6585, '4')],
    needs: ['throttling'],
    run: async (test) => {
      const refusal = await provoke(test);
      const error = refused(refusal, 429, { code: 'TooManyRequests', message: 'Please retry again later.' });
      has(objectOf(error['innerError'], 'innerError'), { code: '429', status: '429' }, 'innerError');
      holds(secondsToWait(refusal) > 0, 'Retry-After is no time.');
      await delay(secondsToWait(refusal) * 1_000);
    },
  },
  {
    id: 'throttling.over-after-a-while',
    sentence: 'Whoever waits as long as `Retry-After` says is answered again',
    sources: [contract('5.2', 'G-thr'), rfc(9110, '10.2.3')],
    needs: ['throttling'],
    run: async (test) => {
      await delay(secondsToWait(await provoke(test)) * 1_000);
      (await test.get(test.jobs())).expect(200);
    },
  },
  {
    id: 'throttling.others-go-on',
    sentence: 'The limit of one caller does not stop another',
    sources: [contract('5.2', 'G-thr')],
    needs: ['throttling', 'reader'],
    run: async (test) => {
      const refusal = await provoke(test);
      (await test.get(test.jobs(), { as: 'reader' })).expect(200);
      await delay(secondsToWait(refusal) * 1_000);
    },
  },
];
