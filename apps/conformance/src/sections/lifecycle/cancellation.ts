import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, holds, matches, oneOf } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';
import type { Job } from '../../run/job';
import { ask } from './journey';
import { readyPeople, runningJob, validatedJob } from './ready-people';
import { sample } from './status-table';

/** Ways to a job that can be cancelled, by its status (contract page 3.2). */
const CANCELLABLE: Readonly<Record<string, (test: CheckContext) => Promise<Job>>> = {
  submitted: (test) => test.create(),
  validateSubmitted: async (test) => {
    const job = await test.create();
    await test.act(job.id, 'validate');
    return job;
  },
  validatePassed: async (test) => validatedJob(test, await readyPeople(test, 1)),
  validateFailed: async (test) => {
    const job = await test.create({ resources: [randomUUID()] });
    await test.act(job.id, 'validate');
    return test.until(job.id, ['validateFailed']);
  },
  processing: async (test) => {
    const job = await validatedJob(test, await readyPeople(test, 1));
    await test.act(job.id, 'migrate');
    return job;
  },
  inProgress: async (test) => runningJob(test, await readyPeople(test, 2)),
};

/** Cancelling a job, and asking twice (contract page 1.3.9 and 3.2). */
export const CANCELLATION_CHECKS: readonly Check[] = [
  ...Object.entries(CANCELLABLE).map(([status, reach]): Check => ({
    id: `lifecycle.cancel-${status}`,
    sentence: `A job may be cancelled while it is \`${status}\`, and so are all workloads of everybody`,
    sources: [contract('1.3.9, 3.2 and 3.6', 'R2', 'D1:cancel')],
    run: async (test) => {
      const job = await reach(test);
      await test.act(job.id, 'cancel');
      const cancelled = await test.until(job.id, ['cancelled']);
      matches(cancelled['message'], /\w/, 'The message');
      equal((await sample(test, job.id))?.violations, [], 'What table 3.6 does not allow');
    },
  })),
  {
    id: 'lifecycle.after-cancellation',
    sentence: 'A cancelled job allows nothing but to be deleted',
    sources: [contract('3.2', 'R2'), contract('1.3.4 and 1.3.12', 'R2', 'D1')],
    run: async (test) => {
      const [person = ''] = test.data.people;
      const job = await test.create();
      await test.act(job.id, 'cancel');
      await test.until(job.id, ['cancelled']);
      for (const action of ['validate', 'migrate', 'cancel', 'update']) {
        refused(await ask(test, job.id, action), 409, { message: /cancelled/ });
      }
      refused(await test.post(test.job(job.id, `/users/${person}/cancel`)), 409, {
        message: 'Cancel is not possible. Current status is cancelled',
      });
      (await test.delete(test.job(job.id))).expect(202);
      const again = await test.delete(test.job(job.id));
      holds([202, 404, 409].includes(again.status), `The second deletion was answered ${again.status}.`);
    },
  },
  ...['validate', 'migrate', 'cancel'].map((action): Check => ({
    id: `lifecycle.${action}-twice-at-once`,
    sentence: `Of two requests to ${action} a job at the same moment exactly one wins, and the other is refused with 409`,
    sources: [contract('1.4 and 3.2', 'D2', 'R2'), decision('race')],
    run: async (test) => {
      for (let round = 0; round < 3; round++) {
        const job = action === 'migrate' ? await validatedJob(test, await readyPeople(test, 1)) : await test.create();
        const answers = await Promise.all([ask(test, job.id, action), ask(test, job.id, action)]);
        const [won, lost] = [...answers].sort((a, b) => a.status - b.status);
        oneOf(won?.status, [200, 202], 'The status of the answer to one of them');
        if (lost) refused(lost, 409);
        await test.post(test.job(job.id, '/cancel'));
        await test.until(job.id, ['cancelled']);
      }
    },
  })),
];
