import { once } from 'node:events';
import { connect as connectHttp2, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import type { Check } from '../../checks/check';
import { contract, decision, rfc } from '../../checks/sources';
import { equal, holds, matches, objectOf } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import { jobIn } from '../../run/job';

/** One request over HTTP/2: status and body. */
async function ask(
  session: ClientHttp2Session,
  test: CheckContext,
  path: string,
  body: object | null = null,
): Promise<{ status: unknown; body: unknown }> {
  const stream = session.request({
    ':method': body === null ? 'GET' : 'POST',
    ':path': `${test.server.connection.base.pathname.replace(/\/$/, '')}${path}`,
    authorization: `Bearer ${await test.server.token('admin')}`,
    ...(body === null ? {} : { 'content-type': 'application/json' }),
  });
  stream.end(body === null ? undefined : JSON.stringify(body));
  const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders & { ':status'?: number }];
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { status: headers[':status'], body: JSON.parse(Buffer.concat(chunks).toString()) as unknown };
}

/** HTTPS, HTTP/2 and two addresses of one server (contract page 7). */
export const TRANSPORT_CHECKS: readonly Check[] = [
  {
    id: 'answers.http2',
    sentence: 'Over HTTPS the server speaks HTTP/2, as the official clients of Python and .NET do',
    sources: [contract('7.3 and 7.4', 'KPY', 'KNET'), rfc(9113, '3.2')],
    needs: ['https'],
    run: async (test) => {
      const session = connectHttp2(test.server.connection.base.origin);
      try {
        await once(session, 'connect');
        equal(session.alpnProtocol, 'h2', 'The protocol that was agreed on');
        const created = await ask(session, test, test.jobs(), test.body());
        equal(created.status, 201, 'The status of a creation');
        const { id } = objectOf(created.body, 'the job');
        test.run.created.add(String(id), 'admin', false);
        const got = await ask(session, test, test.job(String(id)));
        equal([got.status, objectOf(got.body, 'the job')['id']], [200, id], 'Status and id of the job');
      } finally {
        session.destroy();
      }
    },
  },
  {
    id: 'answers.certificate',
    sentence: 'The certificate of the sandbox is good for `localhost` and for `127.0.0.1`',
    sources: [rfc(9110, '4.3.4'), decision('sandbox')],
    needs: ['https', 'sandbox'],
    run: async (test) => {
      const { port } = test.server.connection.base;
      for (const host of ['localhost', '127.0.0.1']) {
        const socket = connectTls({
          host: '127.0.0.1',
          port: Number(port),
          servername: host === 'localhost' ? host : '',
        });
        try {
          await once(socket, 'secureConnect');
          matches(socket.getPeerCertificate().subjectaltname ?? '', new RegExp(host), 'subjectAltName');
        } finally {
          socket.destroy();
        }
      }
    },
  },
  {
    id: 'answers.second-address',
    sentence: 'A token is good at both addresses of the server, and links lead to where the request came',
    sources: [contract('5.3 and 5.4', 'G-page'), decision('sandbox')],
    needs: ['secondAddress'],
    run: async (test) => {
      const { second } = test.server;
      if (second === null) return;
      const there = second.base.href.replace(/\/$/, '');
      const created = (await test.post(test.jobs(), { body: test.body(), over: second })).expect(201);
      const { id } = jobIn(created);
      holds(String(created.object()['@odata.context']).startsWith(there), 'The context leads to the other address.');
      holds(created.header('location').startsWith(there), 'Location leads to the other address.');
      const here = await test.read(id);
      holds(String(here['@odata.context']).startsWith(test.server.address), 'The context leads to the other address.');
    },
  },
];
