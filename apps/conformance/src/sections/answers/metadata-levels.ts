import type { Check } from '../../checks/check';
import { contract, decision, jsonFormat } from '../../checks/sources';
import { equal, holds, matches, objectOf } from '../../expect/expect';
import type { Answer } from '../../server/answer';

function hasLevel(answer: Answer, level: string): void {
  const pattern = new RegExp(`^application/json;(?:.*;)?\\s*odata\\.metadata=${level}\\b`, 'i');
  matches(answer.header('content-type'), pattern, 'Content-Type');
}

/** Control information as `Accept` asks for it (contract page 5.3). */
export const METADATA_LEVELS: readonly Check[] = [
  {
    id: 'answers.metadata-minimal',
    sentence: 'Answers have minimal control information unless another level is asked for',
    sources: [contract('5.1 and 5.3', 'G-batch'), jsonFormat('3.1.1')],
    run: async (test) => {
      const { id } = await test.create();
      for (const accept of ['application/json', '*/*', 'application/json;odata.metadata=minimal']) {
        const answer = (await test.get(test.job(id), { headers: { accept } })).expect(200);
        hasLevel(answer, 'minimal');
        matches(answer.object()['@odata.context'], /\$metadata#/, '@odata.context');
        const more = Object.keys(answer.object()).filter((name) => name.includes('@') && name !== '@odata.context');
        equal(more, [], 'Annotations beyond the context');
      }
    },
  },
  {
    id: 'answers.metadata-none',
    sentence: 'With `odata.metadata=none` there are no annotations but next links and counts',
    sources: [jsonFormat('3.1.3'), contract('5.3'), decision('metadata')],
    run: async (test) => {
      const { id } = await test.create();
      const headers = { accept: 'application/json;odata.metadata=none' };
      const one = (await test.get(test.job(id), { headers })).expect(200);
      hasLevel(one, 'none');
      holds(!one.text.includes('@odata.'), 'The job has annotations.');
      await test.create({ resources: test.data.people.slice(1, 2) });
      const list = (await test.get(`${test.jobs()}?$top=1&$count=true`, { headers })).expect(200).object();
      equal(Object.keys(list).sort(), ['@odata.count', '@odata.nextLink', 'value'], 'The members of the list');
    },
  },
  {
    id: 'answers.metadata-full',
    sentence: 'With `odata.metadata=full` there are types, ids and links',
    sources: [jsonFormat('3.1.2'), contract('5.3'), decision('metadata')],
    run: async (test) => {
      const { id } = await test.create();
      const answer = (
        await test.get(test.job(id), { headers: { accept: 'application/json;odata.metadata=full' } })
      ).expect(200);
      hasLevel(answer, 'full');
      const job = answer.object();
      equal(job['@odata.type'], '#microsoft.graph.crossTenantMigrationJob', '@odata.type');
      matches(job['@odata.id'], new RegExp(`crossTenantMigrationJobs(?:\\('${id}'\\)|/${id})$`), '@odata.id');
      matches(job['@odata.editLink'], new RegExp(id), '@odata.editLink');
      equal(job['completeAfterDateTime@odata.type'], '#DateTimeOffset', 'the type of completeAfterDateTime');
      matches(job['users@odata.navigationLink'], /\/users$/, 'the link to the people');
      matches(
        objectOf(job['exchangeSettings'], 'exchangeSettings')['@odata.type'],
        /^#microsoft\.graph\.exchangeOnlineCrossTenantMigrationSettings$/,
        'the type of exchangeSettings',
      );
    },
  },
  {
    id: 'answers.metadata-short-name',
    sentence: 'The parameter may be written without `odata.`, as 4.01 writes it',
    sources: [jsonFormat('3.1'), decision('metadata')],
    run: async (test) => {
      const { id } = await test.create();
      const answer = await test.get(test.job(id), { headers: { accept: 'application/json;metadata=none' } });
      holds(!answer.expect(200).text.includes('@odata.'), 'The job has annotations.');
    },
  },
];
