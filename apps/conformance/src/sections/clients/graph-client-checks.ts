import {
  BatchRequestContent,
  BatchResponseContent,
  type PageCollection,
  PageIterator,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract } from '../../checks/sources';
import { equal, has, holds, matches } from '../../expect/expect';
import { isJob, isTask } from '../../expect/shapes';
import { nameKey } from '../addressing/names';
import { readyPeople } from '../lifecycle/ready-people';
import { provoke, secondsToWait } from '../throttling/throttling';
import { createBy, graphClient, graphErrorOf, JOBS } from './graph-client';

const SOURCE = contract('7.1', 'JS');

/** `@microsoft/microsoft-graph-client` (contract page 7.1). */
export const GRAPH_CLIENT_CHECKS: readonly Check[] = [
  {
    id: 'clients.graph-jobs',
    sentence: 'The JavaScript client creates, reads, finds by name, lists, counts, moves, cancels and deletes jobs',
    sources: [SOURCE, contract('1.1 rows 1 to 7 and 11')],
    needs: ['https'],
    versions: 'named',
    run: async (test) => {
      const client = graphClient(test);
      const job = await createBy(test, client, { displayName: test.name("Ann's") });
      isJob(job, 'the created job');
      const path = `${JOBS}/${job.id}`;
      has((await client.api(path).get()) as unknown, { id: job.id }, 'the job');
      has(await client.api(`${JOBS}${nameKey(job.displayName)}`).get(), { id: job.id }, 'the job by its name');
      has(
        await client.api(`${JOBS}/${encodeURIComponent(job.displayName)}`).get(),
        { id: job.id },
        'the job by a segment',
      );
      const list = (await client.api(JOBS).select('id,status').top(1).get()) as { value: object[] };
      equal(list.value, [{ id: job.id, status: 'submitted' }], 'The newest job');
      matches(String(await client.api(`${JOBS}/$count`).get()), /^[1-9]\d*$/, 'The number of jobs');
      const moved: unknown = await client.api(path).patch({ completeAfterDateTime: test.inSeconds(20 * 86_400) });
      equal(moved, undefined, 'What an update gives');
      has(await client.api(`${path}/cancel`).post(undefined), { status: 'pendingCancel' }, 'the cancellation');
      await test.until(job.id, ['cancelled']);
      const deleted = (await client.api(path).responseType(ResponseType.RAW).delete()) as Response;
      equal(deleted.status, 202, 'The status of the deletion');
    },
  },
  {
    id: 'clients.graph-actions',
    sentence: 'The JavaScript client validates and migrates, and creates a validation job the old way',
    sources: [SOURCE, contract('1.1 rows 8 to 10')],
    needs: ['https'],
    run: async (test) => {
      const client = graphClient(test);
      const [first = '', second = ''] = await readyPeople(test, 2);
      const job = await createBy(test, client, { resources: [first] });
      const path = `${JOBS}/${job.id}`;
      has(await client.api(`${path}/validate`).post(undefined), { status: 'validateSubmitted' }, 'the job');
      await test.until(job.id, ['validatePassed'], ['validateFailed']);
      has(await client.api(`${path}/microsoft.graph.migrate`).post({}), { status: 'processing' }, 'the migrated job');
      const body = test.body({ resources: [second] });
      const old = (await client.api(`${JOBS}/validate`).post(body)) as { id: string };
      test.run.created.add(old.id, 'admin', false);
      has(old, { status: 'validateSubmitted', displayName: body['displayName'] }, 'the validation job');
    },
  },
  {
    id: 'clients.graph-people',
    sentence: 'The JavaScript client lists, reads, counts, adds and takes out people, each way that there is',
    sources: [SOURCE, contract('1.1 rows 12 to 19')],
    needs: ['https'],
    versions: 'named',
    run: async (test) => {
      const client = graphClient(test);
      const [first = '', second = ''] = test.data.people;
      const others = [randomUUID(), randomUUID()];
      const { id } = await createBy(test, client, { resources: [first, second, ...others.slice(1)] });
      const users = `${JOBS}/${id}/users`;
      const { value } = (await client.api(users).get()) as { value: unknown[] };
      for (const task of value) isTask(task, 'a person');
      has(await client.api(`${users}/${first}`).get(), { id: first }, 'the person');
      isTask(await client.api(users).post({ id: others[0] }), 'the added person');
      equal(String(await client.api(`${users}/$count`).get()), '4', 'The number of people');
      isTask(await client.api(`${users}/${first}`).patch({}), 'the person who was not changed');
      has(await client.api(`${users}/${first}/cancel`).post(undefined), { status: 'Accepted' }, 'the removal');
      equal(await client.api(`${users}/${second}`).delete(), undefined, 'What a deletion gives');
      equal(await client.api(`${users}/${others[1] ?? ''}/$ref`).delete(), undefined, 'What the other deletion gives');
      matches(((await client.api('/solutions/migrations').get()) as { id: string }).id, /./, 'The id of the root');
    },
  },
  {
    id: 'clients.graph-pages',
    sentence: 'The page iterator of the JavaScript client finds every job once',
    sources: [SOURCE, contract('5.4', 'G-page')],
    needs: ['https'],
    versions: 'named',
    run: async (test) => {
      const client = graphClient(test);
      const created: string[] = [];
      for (let number = 0; number < 7; number++) created.push((await createBy(test, client)).id);
      const found: string[] = [];
      const request = client.api(JOBS).top(3).filter(`startswith(displayName,'${test.run.prefix}')`);
      const iterator = new PageIterator(client, (await request.get()) as PageCollection, (job: { id: string }) => {
        found.push(job.id);
        return true;
      });
      await iterator.iterate();
      equal(new Set(found).size, found.length, 'The number of different jobs');
      equal(found.slice(0, created.length), [...created].reverse(), 'The newest jobs');
    },
  },
  {
    id: 'clients.graph-errors',
    sentence: 'The JavaScript client throws a `GraphError` with status, code, message, date and request-id',
    sources: [SOURCE, contract('5.1', 'JS')],
    needs: ['https'],
    versions: 'named',
    run: async (test) => {
      const client = graphClient(test);
      const job = await createBy(test, client);
      const refusals = [
        [404, 'NotFound', () => client.api(`${JOBS}/00000000-0000-4000-8000-00000000dead`).get()],
        [409, 'Conflict', () => client.api(`${JOBS}/${job.id}/migrate`).post(undefined)],
        [422, 'BadArgument', () => client.api(JOBS).post(test.body({ displayName: job.displayName }))],
        [400, 'BadRequest', () => client.api(JOBS).post(test.body({ color: 'red' }))],
        [401, 'InvalidAuthenticationToken', () => graphClient(test, Promise.resolve('nonsense')).api(JOBS).get()],
      ] as const;
      for (const [status, code, request] of refusals) {
        const error = await graphErrorOf(request());
        equal([error.statusCode, error.code?.toLowerCase()], [status, code.toLowerCase()], 'Status and code');
        matches(error.message, /\w/, 'message');
        matches(error.requestId, /^[0-9a-f-]{36}$/i, 'requestId');
        holds(Math.abs(Date.now() - error.date.getTime()) < 86_400_000, `date is ${String(error.date)}.`);
      }
    },
  },
  {
    id: 'clients.graph-retry',
    sentence: 'The JavaScript client waits as long as a throttled answer says, and then succeeds',
    sources: [SOURCE, contract('5.2', 'G-thr')],
    needs: ['https', 'throttling'],
    run: async (test) => {
      const client = graphClient(test);
      const wait = secondsToWait(await provoke(test));
      const started = Date.now();
      const list = (await client.api(JOBS).top(1).get()) as { value: unknown[] };
      holds(Array.isArray(list.value), 'The client did not get a list.');
      holds(Date.now() - started >= (wait - 1) * 1_000, 'The client did not have to wait.');
    },
  },
  {
    id: 'clients.graph-batch',
    sentence: 'The batches of the JavaScript client are carried out, in the order of their dependencies',
    sources: [SOURCE, contract('5.8', 'G-batch', 'JS')],
    needs: ['https'],
    versions: 'named',
    run: async (test) => {
      const client = graphClient(test);
      const job = await createBy(test, client);
      const url = `${test.server.address}/${test.version}${JOBS}/${job.id}`;
      const date = { completeAfterDateTime: '2098-04-04T00:00:00Z' };
      const headers = { 'Content-Type': 'application/json' };
      const content = new BatchRequestContent([
        { id: 'move', request: new Request(url, { method: 'PATCH', headers, body: JSON.stringify(date) }) },
        { id: 'read', request: new Request(url), dependsOn: ['move'] },
        { id: 'refused', request: new Request(`${url}/migrate`, { method: 'POST' }), dependsOn: ['read'] },
      ]);
      const sent = await content.getContent();
      const answers = new BatchResponseContent((await client.api('/$batch').post(sent)) as never);
      const statuses = ['move', 'read', 'refused'].map((id) => answers.getResponseById(id).status);
      equal(statuses, [204, 200, 409], 'The statuses');
      const read = (await answers.getResponseById('read').json()) as { completeAfterDateTime: string };
      equal(Date.parse(read.completeAfterDateTime), Date.parse(date.completeAfterDateTime), 'The date');
    },
  },
];
