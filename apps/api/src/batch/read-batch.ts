import { BatchRequest, MOST_BATCH_REQUESTS } from '@ferry/contracts';
import { badRequestOf } from '../graph/body-fault';
import { mustBeObject, readBody } from '../graph/read-body';
import type { BatchItem } from './batch-item';
import { type BatchRoot, itemAddress } from './item-address';
import { payloadOf } from './item-body';
import { itemHeaders } from './item-headers';
import { requestFaults } from './request-faults';

/**
 * The requests of a batch, in the order in which they came (contract page 5.8). What is inside of their bodies is judged
 * by those who read them, as if each had been sent alone.
 *
 * @throws BadRequestError naming every fault; then nothing of the batch may be sent
 */
export function readBatch(body: unknown, root: BatchRoot): BatchItem[] {
  mustBeObject(body);
  const requests: readonly unknown[] = 'requests' in body && Array.isArray(body.requests) ? body.requests : [];
  const parts = requests.map(apart);
  const envelope = { ...body, ...(parts.length > 0 ? { requests: parts.map(({ request }) => request) } : {}) };
  const { body: batch, faults: ofTypes } = readBody(BatchRequest, envelope);
  const faults = [...ofTypes, ...(requests.length > MOST_BATCH_REQUESTS ? [] : requestFaults(requests, root))];
  if (faults.length > 0) throw badRequestOf(faults);
  return batch.requests.map(({ id, method, url, headers = {}, dependsOn = [] }, place) => {
    const sent = itemHeaders(headers);
    const payload = payloadOf(parts[place]?.body, sent['content-type'] ?? '');
    return { id, method, address: itemAddress(url, root), headers: sent, payload, dependsOn };
  });
}

/** A request of a batch and its body, which must reach its reader untouched by what reads the batch. */
function apart(given: unknown): { request: unknown; body?: unknown } {
  if (typeof given !== 'object' || given === null || !('body' in given)) return { request: given };
  const { body, ...request } = given;
  return { request, body };
}
