import type { Check } from '../../checks/check';
import { contract } from '../../checks/sources';
import { arrayOf, equal, has, holds, matches, objectOf } from '../../expect/expect';
import { Kiota, type Model } from './kiota';
import { KiotaAdapter } from './kiota-adapter';
import { isJobModel } from './model-shapes';

const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
/** As `@microsoft/msgraph-beta-sdk-solutions` has them. */
const LIST = `${JOBS}{?%24count,%24expand,%24filter,%24orderby,%24search,%24select,%24skip,%24top}`;
const ITEM = `${JOBS}/{crossTenantMigrationJob%2Did}{?%24expand,%24select}`;
const BY_NAME = `${JOBS}(displayName='{displayName}')`;

/** The request adapter of the generated TypeScript client, with the address templates of the SDK (contract page 7.2). */
export const KIOTA_ADAPTER_CHECKS: readonly Check[] = [
  {
    id: 'clients.kiota-adapter',
    sentence:
      'The adapter of the generated client creates, lists, finds, counts, moves, cancels, and throws `ODataError`',
    sources: [contract('7.2', 'TSB', 'KTS')],
    versions: 'every',
    run: async (test) => {
      const kiota = await test.shared('kiota', () => Kiota.load());
      const adapter = await KiotaAdapter.of(test, kiota);
      const { models } = kiota;
      const asJob = models.createCrossTenantMigrationJobFromDiscriminatorValue;
      const { completeAfterDateTime, ...more } = test.body();
      const body: Model = { ...more, completeAfterDateTime: new Date(String(completeAfterDateTime)) };
      const created = isJobModel(kiota, await adapter.send({ method: 'POST', template: JOBS, body }, asJob), 'the job');
      const id = String(created['id']);
      test.run.created.add(id, 'admin', false);
      const key = { 'crossTenantMigrationJob%2Did': id };

      const asList = models.createCrossTenantMigrationJobCollectionResponseFromDiscriminatorValue;
      const values = { '%24top': 1, '%24select': ['id', 'displayName'].join(','), '%24count': true };
      const list = objectOf(await adapter.send({ method: 'GET', template: LIST, values }, asList), 'the list');
      has(arrayOf(list['value'], 'value')[0], { id, displayName: created['displayName'] }, 'the newest job');
      holds(Number(list['odataCount']) >= 1, 'There is no count.');
      const named = {
        method: 'GET',
        template: BY_NAME,
        values: { displayName: String(created['displayName']) },
      } as const;
      has(await adapter.send(named, asJob), { id }, 'the job by its name');
      holds(Number(await adapter.count(`${JOBS}/$count`)) >= 1, 'The count is no number of jobs.');

      const change: Model = { completeAfterDateTime: new Date('2098-06-06T00:00:00Z') };
      const moved = await adapter.send({ method: 'PATCH', template: ITEM, values: key, body: change }, asJob);
      equal(moved, undefined, 'What an update gives');
      const read = await adapter.send({ method: 'GET', template: ITEM, values: key }, asJob);
      has(read, { completeAfterDateTime: change['completeAfterDateTime'] }, 'the moved job');
      const asAnswer = models.createCrossTenantMigrationCancelResponseFromDiscriminatorValue;
      const cancel = { method: 'POST', template: `${JOBS}/{id}/cancel`, values: { id } } as const;
      has(await adapter.send(cancel, asAnswer), { status: 'pendingCancel' }, 'the cancellation');

      const migrate = { method: 'POST', template: `${JOBS}/{id}/migrate`, values: { id } } as const;
      const error: unknown = await adapter.send(migrate, asJob).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      has(error, { responseStatusCode: 409 }, 'what the adapter throws');
      matches(objectOf(objectOf(error, 'it')['errorEscaped'], 'the error')['code'], /^conflict$/i, 'code');
    },
  },
];
