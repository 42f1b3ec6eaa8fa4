import { type Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, holds, matches } from '../../expect/expect';
import { isJob } from '../../expect/shapes';
import { jobIn } from '../../run/job';

/** What an action leaves alone. */
const LASTING = ['id', 'displayName', 'sourceTenantId', 'targetTenantId', 'createdBy', 'createdDateTime'] as const;

/** Updating, acting and deleting (contract page 1.1, rows 6 to 11). */
export const CHANGE_OPERATIONS: readonly Check[] = [
  {
    id: 'operations.update',
    sentence: '`PATCH {job}` moves the date, answers 204 without a body, and changes nothing else',
    sources: [contract('1.1 row 6 and 1.3.4', 'D1:update', 'D3')],
    versions: 'every',
    run: async (test) => {
      const before = await test.create();
      const completeAfterDateTime = test.inSeconds(40 * 86_400);
      (await test.patch(test.job(before.id), { body: { completeAfterDateTime } })).expectEmpty(204);
      const after = await test.read(before.id);
      equal(Date.parse(String(after['completeAfterDateTime'])), Date.parse(completeAfterDateTime), 'the date');
      for (const name of [...LASTING, 'status', 'jobType', 'message']) equal(after[name], before[name], name);
    },
  },
  {
    id: 'operations.validate',
    sentence: '`POST {job}/validate` answers 200 with the job: `validateSubmitted`, and the published message',
    sources: [contract('1.1 row 8 and 1.3.6', 'D2:validate')],
    versions: 'every',
    run: async (test) => {
      const before = await test.create();
      const answer = await test.act(before.id, 'validate');
      isJob(answer.object(), 'the job');
      has(
        answer.object(),
        {
          status: 'validateSubmitted',
          jobType: 'validate',
          message: 'Validation job has been submitted successfully',
        },
        'the job',
      );
      for (const name of LASTING) equal(answer.object()[name], before[name], name);
    },
  },
  {
    id: 'operations.validate-collection',
    sentence: '`POST crossTenantMigrationJobs/validate` with the body of a job creates a validation job',
    sources: [contract('1.1 row 9 and 1.3.7', 'D0', 'D1:validate', 'PHP')],
    versions: 'every',
    run: async (test) => {
      for (const action of ['validate', 'microsoft.graph.validate']) {
        const body = test.body();
        const answer = (await test.post(test.jobs(`/${action}`), { body })).expect(201);
        isJob(answer.object(), 'the job');
        has(
          answer.object(),
          {
            displayName: body['displayName'],
            status: 'validateSubmitted',
            jobType: 'validate',
            message: 'Validation job has been submitted successfully',
          },
          'the job',
        );
      }
    },
  },
  {
    id: 'operations.cancel',
    sentence: '`POST {job}/cancel` answers 202 with `pendingCancel` and the published message, and no context',
    sources: [contract('1.1 row 11 and 1.3.9', 'D1:cancel')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const answer = await test.act(id, 'cancel');
      has(
        answer.object(),
        {
          status: 'pendingCancel',
          message: 'cancellation request has been accepted for the migration job',
          '@odata.context': undefined,
        },
        'the answer',
      );
    },
  },
  {
    id: 'operations.cancel-names-job',
    sentence: 'The answer to cancelling a job has its `id` and its `displayName`, and nothing but these four members',
    sources: [contract('1.3.9', 'D1:cancel'), decision('OPEN-8')],
    run: async (test) => {
      const { id, displayName } = await test.create();
      const answer = (await test.act(id, 'cancel')).object();
      has(answer, { id, displayName }, 'the answer');
      equal(Object.keys(answer).sort(), ['displayName', 'id', 'message', 'status'], 'The members of the answer');
    },
  },
  {
    id: 'operations.actions-take-json-type',
    sentence: 'Actions accept a JSON content type without a body, and an empty object',
    sources: [contract('7.1', 'JS')],
    run: async (test) => {
      const { id } = await test.create();
      (await test.post(test.job(id, '/validate'), { body: '' })).expect(200);
      const other = await test.create({ resources: test.data.people.slice(1, 2) });
      (await test.post(test.job(other.id, '/cancel'), { body: {} })).expect(202);
    },
  },
  {
    id: 'operations.delete',
    sentence: '`DELETE {job}` of a cancelled job answers 202 without a body',
    sources: [contract('1.1 row 7 and 1.3.5', 'D1:delete', 'D3')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      await test.act(id, 'cancel');
      await test.until(id, ['cancelled']);
      (await test.delete(test.job(id))).expectEmpty(202);
    },
  },
  {
    id: 'operations.delete-frees-name',
    sentence: 'A deleted job answers 404 in the end, and its name can be used again',
    sources: [contract('1.3.5 and 3.7', 'R2'), decision('OPEN-17')],
    run: async (test) => {
      const { id, displayName } = await test.create();
      await test.act(id, 'cancel');
      await test.until(id, ['cancelled']);
      await test.delete(test.job(id));
      await test.eventually(`404 for the deleted job ${id}`, async () => {
        const answer = await test.get(test.job(id));
        if (answer.status === 404) return true;
        matches(jobIn(answer.expect(200)).status, /^(?:pendingDelete|deleted)$/, 'The status of a job being deleted');
        return null;
      });
      const again = await test.create({ displayName });
      holds(again.id !== id, 'The new job has the id of the deleted one.');
    },
  },
];
