import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { refused } from '../../expect/refusal';

/** What the state of a job does not allow (contract page 1.4); the rest of table 3.2 is in the lifecycle. */
export const STATE_REFUSALS: readonly Check[] = [
  {
    id: 'refusals.delete-unfinished',
    sentence: 'A job that has not ended cannot be deleted: 409 `Conflict` in the published words',
    sources: [contract('1.3.5 and 1.4', 'ERR', 'D1', 'D3'), decision('OPEN-15')],
    run: async (test) => {
      const { id } = await test.create();
      refused(await test.delete(test.job(id)), 409, {
        code: 'Conflict',
        message: `Cross Tenant Migration Job ${id} must be in final state (Completed, Failed, or Cancelled) before it can be deleted.`,
        detail: { code: 'resourceTypeMismatch' },
      });
    },
  },
  {
    id: 'refusals.migrate-submitted',
    sentence: 'A job that was not validated cannot be migrated: 409 in the published words',
    sources: [contract('1.3.8 and 1.4', 'D2:migrate', 'R2')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      refused(await test.post(test.job(id, '/migrate')), 409, {
        message: "Migration can't be started because the current status is submitted",
      });
    },
  },
  {
    id: 'refusals.cancel-user-not-found',
    sentence: 'Cancelling somebody who is not in the job, or in a job that there is not, is 404 in the published words',
    sources: [contract('1.3.12 and 1.4', 'R0', 'R1', 'R2'), decision('wording')],
    run: async (test) => {
      const person = '00000000-0000-4000-8000-00000000dead';
      const { id } = await test.create();
      const nobody = await test.post(test.job(id, `/users/${person}/cancel`));
      refused(nobody, 404, {
        message: `Cancellation not possible as no task found for given id ${person} TraceId: ${nobody.header('request-id')}`,
      });
      const name = test.name('nobody');
      const nowhere = await test.post(test.job(name, `/users/${person}/cancel`));
      refused(nowhere, 404, { message: /^UserRequest not found with [0-9a-f-]{36}, .+ TraceId: \S+$/ });
    },
  },
];
