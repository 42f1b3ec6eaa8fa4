import type { Check } from '../../checks/check';
import { contract, decision, protocol, rfc } from '../../checks/sources';
import { equal, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { jobIn } from '../../run/job';

const prefer = (value: string) => ({ headers: { prefer: value } });

/** What clients prefer (contract page 5.5 and 5.6). */
export const PREFERENCE_CHECKS: readonly Check[] = [
  {
    id: 'answers.minimal-creation',
    sentence: 'With `Prefer: return=minimal` a creation answers 204; `Location` and `OData-EntityId` lead to the job',
    sources: [protocol('8.2.8.7 and 8.3.4'), contract('5.6', 'G-best'), decision('preferences')],
    run: async (test) => {
      const body = test.body();
      const answer = (await test.post(test.jobs(), { body, ...prefer('return=minimal') })).expectEmpty(204);
      equal(answer.header('preference-applied'), 'return=minimal', 'Preference-Applied');
      matches(answer.header('location'), /^https?:\/\//, 'Location');
      matches(answer.header('odata-entityid'), /crossTenantMigrationJobs/, 'OData-EntityId');
      const job = jobIn((await test.get(new URL(answer.header('location')).pathname)).expect(200));
      equal(job.displayName, body['displayName'], 'displayName');
    },
  },
  {
    id: 'answers.minimal-action',
    sentence: 'With `Prefer: return=minimal` an action that answers the job answers 204',
    sources: [protocol('8.2.8.7'), contract('5.6', 'G-best'), decision('preferences')],
    run: async (test) => {
      const { id } = await test.create();
      const answer = (await test.post(test.job(id, '/validate'), prefer('return=minimal'))).expectEmpty(204);
      equal(answer.header('preference-applied'), 'return=minimal', 'Preference-Applied');
    },
  },
  {
    id: 'answers.representation-of-update',
    sentence: 'With `Prefer: return=representation` an update answers 200 with the job',
    sources: [protocol('8.2.8.7'), decision('preferences')],
    run: async (test) => {
      const { id } = await test.create();
      const body = { completeAfterDateTime: test.inSeconds(60 * 86_400) };
      const answer = (await test.patch(test.job(id), { body, ...prefer('return=representation') })).expect(200);
      equal(answer.header('preference-applied'), 'return=representation', 'Preference-Applied');
      equal(
        Date.parse(String(jobIn(answer)['completeAfterDateTime'])),
        Date.parse(body.completeAfterDateTime),
        'completeAfterDateTime',
      );
    },
  },
  {
    id: 'answers.unknown-enum-members',
    sentence: '`Prefer: include-unknown-enum-members` is followed, and the answer says so',
    sources: [contract('5.5', 'AG evolvable-enums', 'G-best'), decision('preferences')],
    run: async (test) => {
      const { id } = await test.create();
      const answer = (await test.get(test.job(id), prefer('include-unknown-enum-members'))).expect(200);
      matches(answer.header('preference-applied'), /\binclude-unknown-enum-members\b/, 'Preference-Applied');
    },
  },
  {
    id: 'answers.unknown-preference',
    sentence: 'A preference that the server does not know is passed over',
    sources: [rfc(7240, '2')],
    run: async (test) => {
      const { id } = await test.create();
      const answer = (await test.get(test.job(id), prefer('handling=strict; x="a, b", wait=10'))).expect(200);
      equal(answer.header('preference-applied'), '', 'Preference-Applied');
    },
  },
  {
    id: 'answers.minimal-refusal',
    sentence: 'A refusal has its body whatever the client prefers',
    sources: [rfc(7240, '4.2'), contract('5.1', 'G-err')],
    run: async (test) => {
      refused(await test.post(test.jobs(), { body: {}, ...prefer('return=minimal') }), 400);
    },
  },
];
