import { gunzipSync, gzipSync } from 'node:zlib';
import type { Check } from '../../checks/check';
import { contract, rfc } from '../../checks/sources';
import { equal, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { jobIn } from '../../run/job';

/** Packed bodies, both ways (contract page 5.6 and 7.5). */
export const COMPRESSION_CHECKS: readonly Check[] = [
  {
    id: 'answers.gzip-answer',
    sentence: 'A large answer is packed for clients that accept gzip, and says that others may get another one',
    sources: [rfc(9110, '12.5.3'), contract('5.6 and 7.4', 'G-best', 'KNET')],
    run: async (test) => {
      const people = test.data.people.slice(0, 20);
      const { id } = await test.create({ resources: people });
      const path = test.job(id, '/users');
      const plain = (await test.get(path)).expect(200);
      equal(plain.header('content-encoding'), '', 'Content-Encoding without Accept-Encoding');
      const packed = (await test.get(path, { headers: { 'accept-encoding': 'gzip' } })).expect(200);
      equal(packed.header('content-encoding'), 'gzip', 'Content-Encoding');
      matches(packed.header('vary'), /accept-encoding/i, 'Vary');
      equal(JSON.parse(gunzipSync(packed.bytes).toString()), plain.json(), 'The unpacked answer');
    },
  },
  {
    id: 'answers.gzip-request',
    sentence: 'A packed body is read, or refused with 415 so that the client sends it again unpacked',
    sources: [contract('7.5', 'KGO'), rfc(9110, '8.4')],
    run: async (test) => {
      const body = test.body();
      const answer = await test.post(test.jobs(), {
        body: gzipSync(JSON.stringify(body)),
        headers: { 'content-encoding': 'gzip' },
      });
      if (answer.status === 415) return;
      equal(jobIn(answer.expect(201)).displayName, body['displayName'], 'displayName');
    },
  },
  {
    id: 'answers.gzip-damaged',
    sentence: 'A damaged packed body is refused with 400',
    sources: [contract('5.2', 'ISS'), rfc(9110, '15.5.1')],
    run: async (test) => {
      const packed = gzipSync(JSON.stringify(test.body()));
      for (const body of [packed.subarray(0, packed.length - 12), Buffer.from('no gzip')]) {
        const answer = await test.post(test.jobs(), { body, headers: { 'content-encoding': 'gzip' } });
        if (answer.status === 415) continue;
        refused(answer, 400);
      }
    },
  },
];
