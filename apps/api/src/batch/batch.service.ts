import type { BatchResponse, BatchResponseItem } from '@ferry/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { graphVersionOf } from '../graph/contract-path';
import { errorBody } from '../graph/error-answer';
import { GraphHttpError } from '../graph/graph-http-error';
import { clientRequestIdOf } from '../graph/wire-headers';
import { Log } from '../logging/log';
import type { BatchItem } from './batch-item';
import { idKey } from './dependencies';
import { IN_PROCESS_PEER } from './in-process-peer';
import type { BatchRoot } from './item-address';
import { itemAnswer } from './item-answer';
import { readBatch } from './read-batch';
import { Slots } from './slots';

/** How many requests of a batch are worked on at a time. */
const AT_A_TIME = 4;

/** Sends the requests of a batch through the service itself, as if each had come alone (contract page 5.8). */
@Injectable()
export class BatchService {
  private readonly basePath: string;

  constructor(
    @Inject(CONFIG) { publicUrl }: Pick<Config, 'publicUrl'>,
    @Inject(Log) private readonly log: Log,
  ) {
    this.basePath = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  }

  /**
   * The answers to all requests of a batch, in its order. A request that depends on others is sent after these; if one
   * of them has failed, it is not sent and answered 424.
   *
   * @throws BadRequestError when the batch itself is malformed; then nothing was sent
   */
  async answer(batch: FastifyRequest): Promise<BatchResponse> {
    const items = readBatch(batch.body, this.rootOf(batch));
    const byId = new Map(items.map((item) => [idKey(item.id), item]));
    const slots = new Slots(AT_A_TIME);
    const answers = new Map<BatchItem, Promise<BatchResponseItem>>();
    const answerTo = (item: BatchItem): Promise<BatchResponseItem> => {
      const known = answers.get(item) ?? answerAfterOthers(item);
      answers.set(item, known);
      return known;
    };
    const answerAfterOthers = async (item: BatchItem): Promise<BatchResponseItem> => {
      const others = item.dependsOn.flatMap((id) => byId.get(idKey(id)) ?? []);
      const failed = (await Promise.all(others.map(answerTo))).find(({ status }) => status >= 400);
      return failed === undefined ? slots.run(() => this.send(item, batch)) : failedDependency(item, failed, batch);
    };
    return { responses: await Promise.all(items.map(answerTo)) };
  }

  private rootOf({ originalUrl }: FastifyRequest): BatchRoot {
    return { basePath: this.basePath, version: graphVersionOf(originalUrl) };
  }

  /** Sends one request. It comes from the caller of the batch, over the connection of the batch. */
  private async send(item: BatchItem, batch: FastifyRequest): Promise<BatchResponseItem> {
    const { id, method, address, headers, payload } = item;
    try {
      const answer = await batch.server.inject({
        method,
        url: address,
        remoteAddress: IN_PROCESS_PEER,
        headers: {
          'client-request-id': clientRequestIdOf(batch),
          ...headers,
          authorization: batch.headers.authorization ?? '',
          host: batch.host,
          'x-forwarded-for': batch.ip,
          'x-forwarded-proto': batch.protocol,
        },
        ...(payload === undefined ? {} : { payload }),
      });
      return itemAnswer(id, answer);
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      this.log.error('request of a batch was not answered', { requestId: batch.id, error: cause.message });
      const message = 'The request was not answered. It may have been carried out.';
      return refused(item, new GraphHttpError(503, 'serviceNotAvailable', message, { cause }), batch);
    }
  }
}

function failedDependency(item: BatchItem, failed: BatchResponseItem, batch: FastifyRequest): BatchResponseItem {
  const message = `The request was not sent, because the request '${failed.id}' on which it depends has failed.`;
  return refused(item, new GraphHttpError(424, 'FailedDependency', message), batch);
}

/** The answer to a request that never got one of its own. It goes by the ids of the batch, which are in the log. */
function refused({ id, headers }: BatchItem, error: GraphHttpError, batch: FastifyRequest): BatchResponseItem {
  const clientRequestId = headers['client-request-id'] ?? clientRequestIdOf(batch);
  return {
    id,
    status: error.status,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json',
      'request-id': batch.id,
      'client-request-id': clientRequestId,
    },
    body: errorBody(error, batch.id, clientRequestId),
  };
}
