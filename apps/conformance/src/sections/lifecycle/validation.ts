import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, holds, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';
import { entriesOf, errorsOf, readyPeople, tasksOf, validatedJob } from './ready-people';
import { samplesUntil } from './status-table';

const VERDICTS = ['validatePassed', 'validateFailed'];

/** The errors of a job that must not pass. */
async function findings(test: CheckContext, more: Json): Promise<readonly Json[]> {
  const job = await test.create(more);
  await test.act(job.id, 'validate');
  await test.until(job.id, ['validateFailed'], ['validatePassed']);
  return (await tasksOf(test, job.id)).flatMap(errorsOf);
}

function find(errors: readonly Json[], code: string, message: string): void {
  const found = errors.find((error) => error['code'] === code);
  holds(found !== undefined, `No error has the code ${code}: ${errors.map((error) => String(error['code'])).join()}.`);
  equal(found['message'], message, `The message of ${code}`);
}

/** From `validate` to the verdict (contract page 1.3.6 and 3.4). */
export const VALIDATION_CHECKS: readonly Check[] = [
  {
    id: 'lifecycle.validation-passes',
    sentence: 'People who are ready pass: `validatePassed` with the published message, and every workload `valid`',
    sources: [contract('2.1, 3.4 and 3.6', 'D1:list', 'D2:validate', 'R2')],
    run: async (test) => {
      const job = await validatedJob(test, await readyPeople(test, 2));
      has(
        job,
        { jobType: 'validate', message: 'Validation has completed successfully with no failures.' },
        'the validated job',
      );
      for (const task of await tasksOf(test, job.id)) {
        equal(
          new Set(entriesOf(task).map(({ status }) => status)),
          new Set(['valid']),
          'The statuses of the workloads',
        );
        equal(errorsOf(task), [], 'The errors');
      }
    },
  },
  {
    id: 'lifecycle.validation-fails',
    sentence: 'One person who is not ready makes the job `validateFailed`, and says why; the others stay `valid`',
    sources: [contract('3.4 and 3.6', 'R2', 'D2:validate'), decision('people')],
    run: async (test) => {
      const [ready = ''] = await readyPeople(test, 1);
      const nobody = randomUUID();
      const job = await test.create({ resources: [ready, nobody] });
      await test.act(job.id, 'validate');
      const samples = await samplesUntil(test, job.id, VERDICTS);
      const last = samples.at(-1);
      equal(last?.status, 'validateFailed', 'The verdict');
      holds(last !== undefined && String(last.message) !== '', 'The job says nothing.');
      equal(
        samples.flatMap(({ violations }) => violations),
        [],
        'What table 3.6 does not allow',
      );
      for (const task of last.tasks) {
        const isReady = String(task['id']).toLowerCase() === ready.toLowerCase();
        const statuses = entriesOf(task).map(({ status }) => status);
        holds(statuses.includes('invalid') !== isReady, `A person is ${statuses.join()}.`);
        holds(errorsOf(task).length > 0 !== isReady, 'The errors do not belong to the statuses.');
        for (const { code, message } of errorsOf(task))
          matches(`${String(code)}: ${String(message)}`, /^.+: ./, 'An error');
      }
    },
  },
  {
    id: 'lifecycle.validate-again-after-failure',
    sentence: 'A job that failed may be validated again, and may not be migrated',
    sources: [contract('3.2', 'R2', 'D2:validate', 'D2:migrate')],
    run: async (test) => {
      const job = await test.create({ resources: [randomUUID()] });
      await test.act(job.id, 'validate');
      await test.until(job.id, ['validateFailed'], ['validatePassed']);
      refused(await test.post(test.job(job.id, '/migrate')), 409, {
        message: "Migration can't be started because the current status is validateFailed",
      });
      await test.act(job.id, 'validate');
      await test.until(job.id, ['validateFailed'], ['validatePassed']);
    },
  },
  {
    id: 'lifecycle.unknown-person',
    sentence: 'A person who does not exist is CTTM-015, in the published words',
    sources: [contract('4.2', 'ERR'), decision('people')],
    run: async (test) => {
      const nobody = randomUUID();
      const { targetTenantId } = await test.create();
      find(
        await findings(test, { resources: [nobody] }),
        'CTTM-015',
        `Teams migration for user ${nobody} failed. The user ${nobody} in tenant ${String(targetTenantId)} does not exist. Check the user Id and retry migration.`,
      );
    },
  },
  {
    id: 'lifecycle.unknown-tenant',
    sentence: 'A source tenant that does not exist is CTTM-014, in the published words',
    sources: [contract('4.2', 'ERR'), decision('people')],
    run: async (test) => {
      const tenant = randomUUID();
      find(
        await findings(test, { resources: await readyPeople(test, 1), sourceTenantId: tenant }),
        'CTTM-014',
        `Teams migration failed. The tenant ${tenant} does not exist. Check the tenant Id and retry migration.`,
      );
    },
  },
  {
    id: 'lifecycle.unknown-endpoint',
    sentence: 'An endpoint that does not exist is EXCH-07, in the published words',
    sources: [contract('4.1 and 4.2', 'P1', 'ERR'), decision('OPEN-9')],
    run: async (test) => {
      const exchangeSettings = { sourceEndpoint: test.name('nowhere'), targetDeliveryDomain: test.data.targetDomain };
      find(
        await findings(test, { resources: await readyPeople(test, 1), exchangeSettings }),
        'EXCH-07',
        'No valid migration endpoints for the remote tenant.',
      );
    },
  },
  {
    id: 'lifecycle.person-in-two-jobs',
    sentence: 'A person in two jobs is CTM-002, which names the other job, until that one has ended',
    sources: [contract('3.7 and 4.2', 'ERR', 'R2')],
    run: async (test) => {
      const [shared = '', other = ''] = await readyPeople(test, 2);
      const first = await test.create({ resources: [shared] });
      const second = await test.create({ resources: [shared, other] });
      await test.act(second.id, 'validate');
      await test.until(second.id, ['validateFailed'], ['validatePassed']);
      const errors = (await tasksOf(test, second.id)).flatMap(errorsOf);
      const message = errors.find(({ code }) => code === 'CTM-002')?.['message'];
      matches(message, /^User migration validation failed\. User is already a part of another batch ./, 'CTM-002');
      holds(
        [first.id, first.displayName].some((name) => message.endsWith(` ${name}`)),
        `CTM-002 does not name ${first.displayName}: ${message}`,
      );
      await test.act(first.id, 'cancel');
      await test.until(first.id, ['cancelled']);
      await test.act(second.id, 'validate');
      await test.until(second.id, ['validatePassed'], ['validateFailed']);
    },
  },
  {
    id: 'lifecycle.validation-job',
    sentence: 'A job that was created to validate may be migrated when it passed, and deleted with its verdict',
    sources: [contract('3.3', 'D1', 'R1'), decision('OPEN-5')],
    run: async (test) => {
      const [first = '', second = ''] = await readyPeople(test, 2);
      const job = await test.create({ resources: [first], jobType: 'validate' });
      await test.until(job.id, ['validatePassed'], ['validateFailed']);
      has((await test.act(job.id, 'migrate')).object(), { status: 'processing', jobType: 'migrate' }, 'the job');
      const other = await test.create({ resources: [second], jobType: 'validate' });
      await test.until(other.id, ['validatePassed'], ['validateFailed']);
      (await test.delete(test.job(other.id))).expectEmpty(202);
    },
  },
];
