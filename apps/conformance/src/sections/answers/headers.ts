import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision, protocol, rfc } from '../../checks/sources';
import { equal, holds, matches } from '../../expect/expect';
import { isGuid, isTimestamp } from '../../expect/shapes';
import type { CheckContext } from '../../run/check-context';
import type { Answer } from '../../server/answer';
import { jobIn } from '../../run/job';

/** An answer of each kind: a list, a job, an action, a change without a body, a refusal of each sort. */
async function answersOfEachKind(test: CheckContext, headers: Record<string, string> = {}): Promise<readonly Answer[]> {
  const { id } = await test.create();
  const date = { completeAfterDateTime: test.inSeconds(86_400) };
  return [
    await test.get(test.jobs(), { headers }),
    await test.get(test.job(id), { headers }),
    await test.patch(test.job(id), { body: date, headers }),
    await test.post(test.job(id, '/migrate'), { headers }),
    await test.post(test.jobs(), { body: {}, headers }),
    await test.get(test.job('00000000-0000-4000-8000-00000000dead'), { headers }),
    await test.send('PUT', test.job(id), { body: {}, headers }),
    await test.get(test.jobs(), { as: 'nobody', headers }),
    await test.post(test.job(id, '/cancel'), { headers }),
  ];
}

/** Headers of answers, and what values look like (contract page 5.1, 5.6 and 5.7). */
export const HEADER_CHECKS: readonly Check[] = [
  {
    id: 'answers.odata-version',
    sentence: 'Every answer has `OData-Version: 4.0`',
    sources: [protocol('8.1.5'), contract('5.1', 'G-batch')],
    versions: 'every',
    run: async (test) => {
      for (const answer of await answersOfEachKind(test)) {
        equal(answer.header('odata-version'), '4.0', `OData-Version of ${answer.request}`);
      }
    },
  },
  {
    id: 'answers.content-type',
    sentence: 'Every answer with a body is JSON and says so; one without a body has no content type',
    sources: [contract('5.1, 7.1 and 7.2', 'G-batch', 'JS', 'KTS')],
    run: async (test) => {
      for (const answer of await answersOfEachKind(test)) {
        if (answer.text === '') {
          holds(
            !answer.header('content-type').startsWith('application/json'),
            `${answer.request} has a type and no body.`,
          );
        } else answer.json();
      }
    },
  },
  {
    id: 'answers.request-id',
    sentence: 'Every answer has a `request-id` of its own',
    sources: [contract('5.6', 'G-best')],
    versions: 'every',
    run: async (test) => {
      const answers = await answersOfEachKind(test);
      const ids = answers.map((answer) => answer.header('request-id'));
      for (const id of ids) isGuid(id, 'request-id');
      equal(new Set(ids).size, ids.length, 'The number of different request-ids');
    },
  },
  {
    id: 'answers.client-request-id',
    sentence: '`client-request-id` comes back on every answer, refusals included',
    sources: [contract('5.6', 'G-best')],
    versions: 'every',
    run: async (test) => {
      const id = randomUUID();
      for (const answer of await answersOfEachKind(test, { 'client-request-id': id })) {
        equal(answer.header('client-request-id'), id, `client-request-id of ${answer.request}`);
      }
    },
  },
  {
    id: 'answers.cache-control',
    sentence: 'No shared cache may keep an answer',
    sources: [rfc(9111, '5.2.2'), contract('5.6'), decision('secrecy')],
    run: async (test) => {
      for (const answer of await answersOfEachKind(test)) {
        matches(
          answer.header('cache-control'),
          /\b(?:no-store|private|no-cache)\b/i,
          `Cache-Control of ${answer.request}`,
        );
        holds(!/\bpublic\b/i.test(answer.header('cache-control')), `${answer.request} may be kept by anybody.`);
      }
    },
  },
  {
    id: 'answers.utc',
    sentence: 'Dates are taken with any offset and fraction, and answered in UTC',
    sources: [contract('5.7', 'OAS', 'D1', 'D2')],
    run: async (test) => {
      const dates = ['2098-05-01T10:00:00+05:30', '2098-05-01T10:00:00.1234567-08:00', '2098-05-01T10:00:00Z'];
      for (const completeAfterDateTime of dates) {
        const job = await test.create({ completeAfterDateTime });
        const answered = job['completeAfterDateTime'];
        isTimestamp(answered, 'completeAfterDateTime');
        equal(Date.parse(String(answered)), Date.parse(completeAfterDateTime), `The moment ${completeAfterDateTime}`);
        await test.act(job.id, 'cancel');
      }
    },
  },
  {
    id: 'answers.same-everywhere',
    sentence: 'A job that was created in one version is the same in every other',
    sources: [contract('5.9 and 6.4', 'OVW'), decision('versions')],
    run: async (test) => {
      const { versions } = test.server.options;
      if (versions.length < 2) test.skip('only one version is asked');
      const created = await test.create();
      for (const version of versions) {
        const root = version === '' ? '' : `/${version}`;
        const path = `${root}/solutions/migrations/crossTenantMigrationJobs/${created.id}`;
        const { '@odata.context': _context, ...job } = jobIn((await test.get(path)).expect(200));
        const { '@odata.context': _read, ...read } = await test.read(created.id);
        equal(job, read, `The job in ${version === '' ? 'no version' : version}`);
      }
    },
  },
];
