import { GRAPH_ROUTES } from '@ferry/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { applicationToken, startEdge } from '../../test/support/edge-app';

@Controller(GRAPH_ROUTES.jobs)
class ProbeController {
  @Post()
  create(@Body() body: unknown): unknown {
    return body;
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('A body that is too large', () => {
  let app: NestFastifyApplication;
  let authorization: string;

  beforeAll(async () => {
    app = await startEdge([ProbeModule], { FERRY_BODY_LIMIT: '20000' });
    await app.listen(0, '127.0.0.1');
    authorization = `Bearer ${await applicationToken(app)}`;
  });
  afterAll(() => app.close());

  it.each(['application/json', 'text/plain'])(
    'is refused with an answer that its sender can read, sent as %s',
    async (type) => {
      const { port } = app.getHttpServer().address() as AddressInfo;
      const payload = Buffer.alloc(16_000_000, ' ');
      for (let time = 0; time < 5; time++) {
        const sent = request({
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: `/v1.0/${GRAPH_ROUTES.jobs}`,
          headers: { authorization, 'content-type': type, 'content-length': payload.length },
        });
        const whole = once(sent, 'finish');
        sent.end(payload);
        const [answer] = (await once(sent, 'response')) as [IncomingMessage];
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        await whole;
        expect(answer.statusCode).toBe(type === 'application/json' ? 413 : 415);
        expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({
          error: { innerError: expect.anything() },
        });
      }
    },
  );
});
