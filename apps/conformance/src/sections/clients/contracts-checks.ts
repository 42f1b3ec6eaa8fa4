import {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationJobCollection,
  CrossTenantMigrationTaskCollection,
  ODataError,
} from '@ferry/contracts';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Check } from '../../checks/check';
import { contract } from '../../checks/sources';
import { equal, holds } from '../../expect/expect';
import { isDate } from './model-shapes';

/** A body as the class that it claims to be, each member of its type. */
function revive<T extends object>(type: ClassConstructor<T>, body: unknown): T {
  const instance = plainToInstance(type, body);
  const faults = validateSync(instance).map((error) => error.toString(false, false, '', true));
  equal(faults, [], `What ${type.name} finds wrong`);
  return instance;
}

/** `@ferry/contracts`, the package for other programs in TypeScript. */
export const CONTRACTS_CHECKS: readonly Check[] = [
  {
    id: 'clients.contracts',
    sentence: 'The classes of `@ferry/contracts` read what is answered, with dates and enumerations',
    sources: [contract('2.1 to 2.6', 'OAS')],
    versions: 'every',
    run: async (test) => {
      const created = (await test.post(test.jobs(), { body: test.body() })).expect(201).object();
      const job = revive(CrossTenantMigrationJob, created);
      isDate(job.createdDateTime, 'createdDateTime');
      revive(CrossTenantMigrationJobCollection, (await test.get(test.jobs())).expect(200).json());
      const people = (await test.get(test.job(job.id, '/users'))).expect(200).json();
      const { value } = revive(CrossTenantMigrationTaskCollection, people);
      for (const task of value) isDate(task.lastUpdatedDateTime, 'lastUpdatedDateTime');
      const refusal = revive(ODataError, (await test.post(test.job(job.id, '/migrate'))).expect(409).json());
      holds(refusal.error.code !== '', 'The code of the refusal is empty.');
      revive(CrossTenantMigrationCancelResponse, (await test.act(job.id, 'cancel')).json());
    },
  },
];
