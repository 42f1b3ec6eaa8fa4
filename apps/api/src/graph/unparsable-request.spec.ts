import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { startEdge } from '../../test/support/edge-app';

describe('What is no request', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    app = await startEdge();
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => app.close());

  const send = async (text: string): Promise<{ status: number; body: unknown }> => {
    const socket = connect(port, '127.0.0.1');
    socket.end(text);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'close');
    const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), body: JSON.parse(body) as unknown };
  };

  it.each([
    [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'RequestHeaderFieldsTooLarge'],
    ['nonsense\r\n\r\n', 400, 'BadRequest'],
  ])('is answered in the form of every other error', async (text, status, code) => {
    const answer = await send(text);
    expect(answer).toMatchObject({
      status,
      body: { error: { code, message: expect.any(String), innerError: { 'request-id': expect.any(String) } } },
    });
  });
});
