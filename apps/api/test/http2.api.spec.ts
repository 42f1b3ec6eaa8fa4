import { GRAPH_ROUTES } from '@ferry/contracts';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect, type ClientHttp2Session, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { HttpsServer } from '../src/tls/https-server';
import { serverCertificate } from '../src/tls/server-certificate';
import { errorOf, JOBS, TestApi } from './support/test-api';

interface Answer {
  readonly headers: IncomingHttpHeaders & { readonly ':status'?: number };
  readonly body: string;
}

describe('HTTPS', () => {
  let api: TestApi;
  let server: HttpsServer;
  let client: ClientHttp2Session;
  let authority: string;
  let ca: string;

  beforeAll(async () => {
    api = await TestApi.start();
    const certificate = await serverCertificate(api.config, new Date());
    server = await HttpsServer.listen(api.app, certificate, '127.0.0.1', 0);
    authority = `localhost:${(server.address() as AddressInfo).port}`;
    ca = certificate.cert;
    client = connect(`https://127.0.0.1:${authority.split(':')[1]}`, { ca, rejectUnauthorized: false });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
    await api.destroy();
  });

  const send = async (headers: OutgoingHttpHeaders, payload?: object): Promise<Answer> => {
    const stream = client.request({
      ':authority': authority,
      authorization: `Bearer ${api.token('admin')}`,
      ...(payload ? { 'content-type': 'application/json' } : {}),
      ...headers,
    });
    stream.end(payload === undefined ? undefined : JSON.stringify(payload));
    const [answered] = (await once(stream, 'response')) as [IncomingHttpHeaders];
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return { headers: answered, body: Buffer.concat(chunks).toString() };
  };

  it('speaks HTTP/2, with links that lead back to it', async () => {
    const created = await send({ ':method': 'POST', ':path': JOBS }, api.body([1, 2]));
    expect(created.headers).toMatchObject({ ':status': 201, 'odata-version': '4.0' });
    const { id } = JSON.parse(created.body) as { id: string };
    expect(created.headers.location).toBe(`https://${authority}/v1.0/${GRAPH_ROUTES.job(id)}`);
    const got = await send({ ':path': `${JOBS}/${id}`, 'accept-encoding': 'identity' });
    expect(JSON.parse(got.body)).toMatchObject({
      id,
      '@odata.context': expect.stringContaining(`https://${authority}/`),
    });
    const cancelled = await send({
      ':method': 'POST',
      ':path': `${JOBS}/${id}/cancel`,
      'content-type': 'application/json',
    });
    expect(cancelled.headers[':status']).toBe(202);
    const head = await send({ ':method': 'HEAD', ':path': `${JOBS}/${id}` });
    expect(head).toMatchObject({ headers: { ':status': 200 }, body: '' });
  });

  it('refuses by HTTP/2 as by HTTP/1.1', async () => {
    const answer = await send({ ':path': JOBS, authorization: 'Bearer nonsense' });
    expect(answer.headers).toMatchObject({
      ':status': 401,
      'www-authenticate': expect.stringContaining('invalid_token'),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it('streams events by HTTP/2', async () => {
    const job = await api.create([3]);
    const stream = client.request({
      ':path': `/api/v1/jobs/${job.id}/changes`,
      ':authority': authority,
      authorization: `Bearer ${api.token('admin')}`,
      accept: 'text/event-stream',
    });
    const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders];
    expect(headers).toMatchObject({ ':status': 200, 'content-type': expect.stringContaining('text/event-stream') });
    let text = '';
    for await (const chunk of stream) {
      text += String(chunk);
      if (text.includes('\n\n') && text.includes(job.id)) break;
    }
    expect(text).toContain('data: ');
  });

  it('still speaks HTTP/1.1', async () => {
    const asked = request(`https://${authority}${JOBS}`, {
      ca,
      rejectUnauthorized: false,
    });
    asked.setHeader('authorization', `Bearer ${api.token('admin')}`);
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.httpVersion).toBe('1.1');
    expect(answer.statusCode).toBe(200);
  });

  it('has the same token for both ports', async () => {
    const plain = await api.get(JOBS, { headers: { authorization: 'Bearer nonsense' } });
    expect(errorOf(plain).code).toBe('InvalidAuthenticationToken');
    expect((await api.get(JOBS)).statusCode).toBe(200);
    expect((await send({ ':path': JOBS })).headers[':status']).toBe(200);
  });
});
