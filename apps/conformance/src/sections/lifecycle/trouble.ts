import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, holds, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { ENDS } from '../../expect/vocabulary';
import { entriesOf, errorsOf, readyPeople, tasksOf, validatedJob } from './ready-people';
import { samplesUntil } from './status-table';

const personOf = (number: number): string => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A person of the sandbox whose migration fails for good. */
const FAILS = personOf(45);
/** People of the sandbox who do not pass validation, and how the published texts say why. */
const NOT_READY: Readonly<Record<string, readonly [code: string, message: RegExp]>> = {
  [personOf(41)]: ['CTM-100', /^User migration validation failed\. User identity mapping not found\.$/],
  [personOf(42)]: [
    'CTTM-005',
    /^Teams migration failed\. User \S+ in tenant \S+ does not have a Teams license\. Assign a Teams license to the user and retry migration\.$/,
  ],
  [personOf(43)]: [
    'MIGR-002',
    /^User migration failed\. User (\S+) is not authorized to migrate\. To authorize \1, add them to security group .+ and then retry the migration\.$/,
  ],
};
const DAY = 86_400;

/** What goes wrong, and what expires (contract page 3.4 and 3.7). */
export const TROUBLE_CHECKS: readonly Check[] = [
  {
    id: 'lifecycle.findings',
    sentence:
      'People who are not mapped, not licensed or not in the scope group are told by the published codes and words',
    sources: [contract('4.1 and 4.2', 'ERR', 'P1'), decision('sandbox')],
    needs: ['sandbox'],
    run: async (test) => {
      const job = await test.create({ resources: Object.keys(NOT_READY) });
      await test.act(job.id, 'validate');
      await test.until(job.id, ['validateFailed'], ['validatePassed']);
      for (const task of await tasksOf(test, job.id)) {
        const [code, message] = NOT_READY[String(task['id'])] ?? [];
        const found = errorsOf(task).find((error) => error['code'] === code);
        matches(found?.['message'], message ?? /^$/, `The message of ${String(code)}`);
      }
    },
  },
  {
    id: 'lifecycle.completed-with-errors',
    sentence:
      'One person who fails leaves the job `completedWithErrors`; the others complete, and a retry leaves them alone',
    sources: [contract('3.5, 3.6 and 3.7', 'R2', 'TCM'), decision('sandbox')],
    needs: ['sandbox'],
    run: async (test) => {
      const [well = ''] = await readyPeople(test, 1);
      const job = await validatedJob(test, [well, FAILS]);
      await test.act(job.id, 'migrate');
      await test.until(job.id, ['inProgress']);
      const body = { completeAfterDateTime: test.inSeconds(2) };
      (await test.patch(test.job(job.id), { body })).expect(204);
      const samples = await samplesUntil(test, job.id, ENDS);
      equal(samples.at(-1)?.status, 'completedWithErrors', 'The end of the job');
      equal([...new Set(samples.flatMap(({ violations }) => violations))], [], 'What table 3.6 does not allow');
      const tasks = await tasksOf(test, job.id);
      const statusesOf = (person: string): Set<unknown> =>
        new Set(tasks.filter(({ id }) => id === person).flatMap((task) => entriesOf(task).map(({ status }) => status)));
      equal(statusesOf(well), new Set(['completed']), 'The statuses of the person who is well');
      holds(statusesOf(FAILS).has('failed'), 'The person who fails has no failed workload.');
      const errors = tasks.flatMap(errorsOf);
      for (const name of ['code', 'message']) matches(errors[0]?.[name], /./, `${name} of the error`);
      for (const action of ['validate', 'cancel']) {
        refused(await test.post(test.job(job.id, `/${action}`)), 409, { message: /completedWithErrors/ });
      }
      has(
        (await test.act(job.id, 'migrate')).object(),
        { status: 'processing', jobType: 'migrate' },
        'the retried job',
      );
      await test.until(job.id, ['completedWithErrors'], ['completed', 'failed']);
      const after = (await tasksOf(test, job.id)).find(({ id }) => id === well);
      equal(
        after,
        tasks.find(({ id }) => id === well),
        'The person who was finished before',
      );
    },
  },
  {
    id: 'lifecycle.validation-expires',
    sentence: 'A verdict of more than seven days ago does not allow to migrate: 409, until the job is validated again',
    sources: [contract('1.3.8 and 3.4', 'D2:migrate', 'R2'), decision('OPEN-4')],
    needs: ['clock'],
    run: async (test) => {
      const job = await validatedJob(test, await readyPeople(test, 1));
      refused(await test.post(test.job(job.id, '/validate')), 409, { message: /validatePassed/ });
      await test.server.clock.advance(7 * DAY + 60);
      refused(await test.post(test.job(job.id, '/migrate')), 409);
      await test.act(job.id, 'validate');
      await test.until(job.id, ['validatePassed'], ['validateFailed']);
      has((await test.act(job.id, 'migrate')).object(), { status: 'processing' }, 'the job');
    },
  },
];
