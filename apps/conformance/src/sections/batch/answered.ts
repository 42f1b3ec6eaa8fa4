import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision, jsonFormat } from '../../checks/sources';
import { equal, has, holds, matches, objectOf } from '../../expect/expect';
import { answerTo, type Item, JOBS, JSON_TYPE, refusalOf, sendBatch } from './send-batch';

const date = (text: string) => ({ completeAfterDateTime: text });

/** Batches that are carried out (contract page 5.8). */
export const ANSWERED_BATCHES: readonly Check[] = [
  {
    id: 'batch.all-operations',
    sentence: 'A batch creates, reads, counts, changes, acts and deletes as single requests do, each in turn',
    sources: [contract('5.8', 'G-batch')],
    versions: 'every',
    run: async (test) => {
      const [person = ''] = test.data.people;
      const body = test.body();
      const name = encodeURIComponent(String(body['displayName']));
      const at = (rest: string): string => `${JOBS}/${name}${rest}`;
      const chain = (items: readonly Omit<Item, 'id'>[]): Item[] =>
        items.map((item, index) => ({
          id: String(index + 1),
          ...item,
          ...(index === 0 ? {} : { dependsOn: [String(index)] }),
        }));
      const answers = await sendBatch(
        test,
        chain([
          { method: 'POST', url: JOBS, headers: JSON_TYPE, body },
          { method: 'GET', url: at('') },
          { method: 'GET', url: at('/users?$top=1') },
          { method: 'GET', url: at(`/users/${person}`) },
          { method: 'PATCH', url: at(''), headers: JSON_TYPE, body: date('2098-02-02T00:00:00Z') },
          { method: 'POST', url: at('/validate') },
          { method: 'POST', url: at('/cancel') },
        ]),
      );
      const created = objectOf(answerTo(answers, '1', 201).body, 'the created job');
      matches(answerTo(answers, '1', 201).headers['location'], /crossTenantMigrationJobs/, 'Location');
      has(answerTo(answers, '2', 200).body, { id: created['id'], status: 'submitted' }, 'the job');
      equal((objectOf(answerTo(answers, '3', 200).body, 'the people')['value'] as unknown[]).length, 1, 'The people');
      equal(objectOf(answerTo(answers, '4', 200).body, 'the person')['id'], person, 'The id of the person');
      equal(answerTo(answers, '5', 204).body ?? null, null, 'The body of the update');
      has(answerTo(answers, '6', 200).body, { status: 'validateSubmitted' }, 'the validated job');
      has(answerTo(answers, '7', 202).body, { status: 'pendingCancel' }, 'the cancellation');
    },
  },
  {
    id: 'batch.counts',
    sentence: 'A count in a batch is answered as text',
    sources: [contract('5.4 and 5.8', 'OAS', 'G-batch'), jsonFormat('19')],
    run: async (test) => {
      await test.create();
      const answers = await sendBatch(test, [{ id: '1', method: 'GET', url: `${JOBS}/$count` }]);
      const { headers, body } = answerTo(answers, '1', 200);
      matches(headers['content-type'], /^text\/plain\b/, 'Content-Type');
      matches(String(body), /^[1-9]\d*$/, 'The body');
    },
  },
  {
    id: 'batch.urls',
    sentence: 'Urls are relative to the version root, with or without a slash, or with the version before them',
    sources: [contract('5.8 and 7.1', 'G-batch', 'JS')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const urls = [
        `${JOBS}/${id}`,
        `${JOBS.slice(1)}/${id}`,
        `${test.root}${JOBS}/${id}`,
        `${JOBS}('${id}')?$select=id`,
      ];
      const answers = await sendBatch(
        test,
        urls.map((url, index) => ({ id: String(index), method: 'GET', url })),
      );
      for (const index of urls.keys()) {
        equal(
          objectOf(answerTo(answers, String(index), 200).body, 'the job')['id'],
          id,
          `The id by ${urls[index] ?? ''}`,
        );
      }
    },
  },
  {
    id: 'batch.twenty',
    sentence: 'A batch takes 20 requests',
    sources: [contract('5.8', 'G-batch', 'JS', 'KPY')],
    run: async (test) => {
      const { id } = await test.create();
      const items = Array.from({ length: 20 }, (_, index) => ({
        id: `r${index}`,
        method: 'GET',
        url: `${JOBS}/${id}`,
      }));
      const answers = await sendBatch(test, items);
      for (const item of items) answerTo(answers, item.id, 200);
    },
  },
  {
    id: 'batch.own-errors',
    sentence: 'A request that fails has its own status and envelope, and the others are answered all the same',
    sources: [contract('5.1 and 5.8', 'G-batch')],
    run: async (test) => {
      const { id } = await test.create();
      const answers = await sendBatch(test, [
        { id: 'good', method: 'GET', url: `${JOBS}/${id}` },
        { id: 'nowhere', method: 'GET', url: `${JOBS}/00000000-0000-4000-8000-00000000dead` },
        { id: 'conflict', method: 'POST', url: `${JOBS}/${id}/migrate` },
        { id: 'empty', method: 'POST', url: JOBS, headers: JSON_TYPE, body: {} },
        { id: 'option', method: 'GET', url: `${JOBS}?$foo=1` },
      ]);
      answerTo(answers, 'good', 200);
      refusalOf(answers, 'nowhere', 404);
      refusalOf(answers, 'conflict', 409);
      refusalOf(answers, 'empty', 400);
      refusalOf(answers, 'option', 400);
    },
  },
  {
    id: 'batch.depends-on',
    sentence: 'A request waits for those that it depends on, and is answered 424 and not sent when one of them fails',
    sources: [contract('5.8', 'G-batch')],
    versions: 'every',
    run: async (test) => {
      const job = await test.create();
      const url = `${JOBS}/${job.id}`;
      const answers = await sendBatch(test, [
        { id: 'after', method: 'GET', url, dependsOn: ['change'] },
        { id: 'change', method: 'PATCH', url, headers: JSON_TYPE, body: date('2098-03-03T00:00:00Z') },
        { id: 'fails', method: 'POST', url: `${url}/migrate` },
        { id: 'not-sent', method: 'POST', url: `${url}/cancel`, dependsOn: ['change', 'fails'] },
        { id: 'nor-this', method: 'GET', url, dependsOn: ['not-sent'] },
      ]);
      const after = objectOf(answerTo(answers, 'after', 200).body, 'the job');
      equal(Date.parse(String(after['completeAfterDateTime'])), Date.parse('2098-03-03T00:00:00Z'), 'The date');
      answerTo(answers, 'fails', 409);
      refusalOf(answers, 'not-sent', 424);
      refusalOf(answers, 'nor-this', 424);
      equal((await test.read(job.id)).status, 'submitted', 'The status of the job');
    },
  },
  {
    id: 'batch.own-headers',
    sentence: 'Each request has its own headers, and its answer has its own',
    sources: [contract('5.6 and 5.8', 'G-batch')],
    run: async (test) => {
      const { id } = await test.create();
      const ids = [randomUUID(), randomUUID()];
      const answers = await sendBatch(
        test,
        ids.map((own, index) => ({
          id: String(index),
          method: 'GET',
          url: `${JOBS}/${id}`,
          headers: {
            'client-request-id': own,
            ...(index === 0 ? {} : { Accept: 'application/json;odata.metadata=none' }),
          },
        })),
      );
      const [first, second] = ['0', '1'].map((one) => answerTo(answers, one, 200));
      equal([first?.headers['client-request-id'], second?.headers['client-request-id']], ids, 'client-request-id');
      holds(first?.headers['request-id'] !== second?.headers['request-id'], 'Both answers have the same request-id.');
      matches(objectOf(first?.body, 'the job')['@odata.context'], /\$entity$/, '@odata.context');
      equal(objectOf(second?.body, 'the job')['@odata.context'], undefined, '@odata.context at level none');
    },
  },
  {
    id: 'batch.reader',
    sentence: 'A batch lets nobody do what they may not do alone',
    sources: [contract('1.2 and 5.8', 'D2', 'G-batch')],
    needs: ['reader'],
    run: async (test) => {
      const { id } = await test.create();
      const answers = await sendBatch(
        test,
        [
          { id: 'read', method: 'GET', url: `${JOBS}/${id}` },
          { id: 'write', method: 'POST', url: `${JOBS}/${id}/cancel` },
        ],
        { as: 'reader' },
      );
      answerTo(answers, 'read', 200);
      refusalOf(answers, 'write', 403);
    },
  },
  {
    id: 'batch.other-tenant',
    sentence: 'A batch leads nobody to the jobs of another tenant',
    sources: [contract('5.2 and 5.8', 'AG GuidelinesGraph'), decision('isolation')],
    needs: ['otherTenant'],
    run: async (test) => {
      const { id } = await test.create();
      const items = [
        { id: 'read', method: 'GET', url: `${JOBS}/${id}` },
        { id: 'write', method: 'POST', url: `${JOBS}/${id}/cancel` },
      ];
      const answers = await sendBatch(test, items, { as: 'otherTenant' });
      for (const item of items) refusalOf(answers, item.id, 404);
    },
  },
];
