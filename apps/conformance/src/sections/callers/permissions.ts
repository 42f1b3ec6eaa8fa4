import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, holds, objectOf, present } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { nameKey } from '../addressing/names';
import { walk } from '../queries/page';
import { type Address, commonOf, readsOf, writesOf } from './addresses';

const UNKNOWN = '00000000-0000-4000-8000-00000000dead';

/** What callers may do, and what they may know (contract page 1.2 and 5.2). */
export const PERMISSION_CHECKS: readonly Check[] = [
  {
    id: 'callers.reader-reads',
    sentence: 'Whoever may only read, reads everything',
    sources: [contract('1.2', 'D2:list', 'D3:task-get', 'OVW 2026')],
    needs: ['reader'],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      for (const [method, path] of [...commonOf(test).reads, ...readsOf(test, id)]) {
        (await test.send(method, path, { as: 'reader' })).expect(200);
      }
    },
  },
  {
    id: 'callers.reader-writes',
    sentence: 'Whoever may only read, changes nothing: 403, and everything stays as it was',
    sources: [contract('1.2 and 5.2', 'D2:create', 'D3', 'OVW 2026')],
    needs: ['reader'],
    versions: 'every',
    run: async (test) => {
      const { '@odata.context': _context, ...job } = await test.read((await test.create()).id);
      for (const [method, path, body] of [...commonOf(test).writes, ...writesOf(test, job.id)]) {
        refused(await test.send(method, path, { as: 'reader', ...(body ? { body } : {}) }), 403);
      }
      has(await test.read(job.id), job, 'the job');
    },
  },
  {
    id: 'callers.hundred-at-once',
    sentence: 'A caller may send a hundred requests at once',
    sources: [contract('5.2', 'G-thr'), decision('limits')],
    run: async (test) => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => test.get(`${test.jobs()}?$top=1`)));
      equal(new Set(answers.map(({ status }) => status)), new Set([200]), 'The statuses');
    },
  },
  {
    id: 'callers.missing-scope-words',
    sentence: 'The refusal names the permissions that are needed and those that are there, in the published words',
    sources: [contract('5.2', 'ISS telstrapurple/MSTeamsChatExporter#9'), decision('wording')],
    needs: ['reader'],
    run: async (test) => {
      const { id } = await test.create();
      refused(await test.post(test.job(id, '/cancel'), { as: 'reader' }), 403, {
        code: 'Forbidden',
        message:
          /^Missing scope permissions on the request\. API requires one of '[^']*CrossTenantContentMigration\.ReadWrite\.All[^']*'\. Scopes on the request '[^']*CrossTenantContentMigration\.Read\.All[^']*'/,
      });
    },
  },
  {
    id: 'callers.stranger',
    sentence: 'Whoever has no permission is refused everything with 403',
    sources: [contract('1.2 and 5.2', 'D2', 'D3')],
    needs: ['stranger'],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const { reads, writes } = commonOf(test);
      for (const [method, path, body] of [...reads, ...writes, ...readsOf(test, id), ...writesOf(test, id)]) {
        refused(await test.send(method, path, { as: 'stranger', ...(body ? { body } : {}) }), 403);
      }
    },
  },
  {
    id: 'callers.other-tenant-finds-nothing',
    sentence: 'A job of another tenant is 404 for every operation, by id and by name, as if it did not exist',
    sources: [contract('5.2', 'AG GuidelinesGraph'), decision('isolation')],
    needs: ['otherTenant'],
    versions: 'every',
    run: async (test) => {
      const { id, displayName } = await test.create();
      const byKey: Address[] = [
        ['GET', test.jobs(nameKey(displayName))],
        ['GET', test.jobs(`('${id}')`)],
        ['POST', test.jobs(`${nameKey(displayName)}/cancel`)],
      ];
      const addresses = [id, displayName].flatMap((key) => [...readsOf(test, key), ...writesOf(test, key)]);
      for (const [method, path, body] of [...addresses, ...byKey]) {
        refused(await test.send(method, path, { as: 'otherTenant', ...(body ? { body } : {}) }), 404);
      }
      equal((await test.read(id)).status, 'submitted', 'The status of the job');
      const there = refused(await test.get(test.job(id), { as: 'otherTenant' }), 404);
      const nowhere = refused(await test.get(test.job(UNKNOWN), { as: 'otherTenant' }), 404);
      equal(
        String(there['message']).replaceAll(id, UNKNOWN),
        nowhere['message'],
        'The words for a job of another tenant, and for one that there is not,',
      );
    },
  },
  {
    id: 'callers.other-tenant-lists-nothing',
    sentence: 'Lists, filters and counts have no job of another tenant',
    sources: [contract('5.2', 'AG GuidelinesGraph'), decision('isolation')],
    needs: ['otherTenant'],
    run: async (test) => {
      const { id } = await test.create();
      const asOther = { as: 'otherTenant' } as const;
      const list = (await test.get(`${test.jobs()}?$top=999`, asOther)).expect(200).object();
      const ids = (list['value'] as unknown[]).map((job) => objectOf(job, 'a job')['id']);
      holds(!ids.includes(id), 'The list has the job of another tenant.');
      const filter = encodeURIComponent(`id eq '${id}'`);
      const found = (await test.get(`${test.jobs()}?$filter=${filter}&$count=true`, asOther)).expect(200).object();
      has(found, { value: [], '@odata.count': 0 }, 'the filtered list');
      const counted = await test.get(`${test.jobs('/$count')}?$filter=${filter}`, asOther);
      equal(counted.expect(200).text, '0', 'The count');
    },
  },
  {
    id: 'callers.other-tenant-next-link',
    sentence: 'A next link leads nobody to the jobs of another tenant',
    sources: [contract('5.4', 'G-page'), decision('isolation')],
    needs: ['otherTenant'],
    run: async (test) => {
      for (const person of test.data.people.slice(0, 2)) {
        await test.create({ displayName: test.name('next-link'), resources: [person] });
      }
      const filter = encodeURIComponent(`startswith(displayName,'${test.run.prefix} next-link')`);
      const pages = await walk(test, `${test.jobs()}?$top=1&$filter=${filter}`);
      const own = pages.flatMap(({ value }) => value.map((job) => job['id']));
      const link = present(pages[0]?.next, 'The next link of the first page');
      const answer = await test.get(link, { as: 'otherTenant' });
      if (answer.status !== 200) refused(answer, [400, 404]);
      else holds(!own.some((id) => answer.text.includes(String(id))), 'The page has a job of another tenant.');
    },
  },
  {
    id: 'callers.same-name-in-two-tenants',
    sentence: 'Two tenants may use the same name, each for a job of its own',
    sources: [contract('1.3.2 and 2.1', 'D1', 'D2'), decision('isolation')],
    needs: ['otherTenant'],
    run: async (test) => {
      const own = await test.create();
      const other = await test.create({ displayName: own.displayName }, 'otherTenant');
      holds(other.id !== own.id, 'Both jobs have the same id.');
      holds(other['targetTenantId'] !== own['targetTenantId'], 'Both jobs have the same target tenant.');
      equal((await test.read(own.displayName)).id, own.id, 'The id by the name');
    },
  },
];
