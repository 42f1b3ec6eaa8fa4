import { BatchRequest, MOST_BATCH_REQUESTS } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { GraphErrorDetail } from '../graph/graph-http-error';
import { inheritedNames } from '../graph/inherited-names';
import { validationDetails } from '../graph/validation-details';
import { mustBeObject, refusalOf } from '../graph/validation.pipe';
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
  const inherited = inheritedNames(envelope, BatchRequest);
  // The transformer would call what is named `constructor`.
  const batch = plainToInstance(BatchRequest, inherited.length === 0 ? envelope : {});
  const faults = [
    ...(inherited.length === 0 ? typeFaults(batch) : inherited),
    ...(requests.length > MOST_BATCH_REQUESTS ? [] : requestFaults(requests, root)),
  ];
  if (faults.length > 0) throw refusalOf(faults);
  return batch.requests.map(({ id, method, url, headers = {}, dependsOn = [] }, place) => {
    const sent = itemHeaders(headers);
    const payload = payloadOf(parts[place]?.body, sent['content-type'] ?? '');
    return { id, method, address: itemAddress(url, root), headers: sent, payload, dependsOn };
  });
}

function typeFaults(batch: BatchRequest): GraphErrorDetail[] {
  return validationDetails(validateSync(batch, { whitelist: true, forbidNonWhitelisted: true }));
}

/** A request of a batch and its body, which must reach its reader untouched by what reads the batch. */
function apart(given: unknown): { request: unknown; body?: unknown } {
  if (typeof given !== 'object' || given === null || !('body' in given)) return { request: given };
  const { body, ...request } = given;
  return { request, body };
}
