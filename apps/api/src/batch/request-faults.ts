import type { GraphErrorDetail } from '../graph/graph-http-error';
import { type Dependent, dependencyFaults } from './dependencies';
import { type BatchRoot, itemAddress, ItemAddressError } from './item-address';
import { hasBody } from './item-body';
import { headerFaults } from './item-headers';

/**
 * What is wrong with the requests of a batch beyond the types of their members, each fault with its place, such as
 * `requests[3].url` (contract page 5.8). A member of a wrong type is passed over: others have refused it.
 */
export function requestFaults(requests: readonly unknown[], root: BatchRoot): GraphErrorDetail[] {
  const own = requests.flatMap((request, place) => {
    const target = `requests[${place}]`;
    if (Array.isArray(request)) return [notAnObject(target)];
    if (!isRecord(request)) return [];
    const { url, headers, body } = request;
    return [
      ...(typeof url === 'string' && url !== '' ? addressFaults(url, root, `${target}.url`) : []),
      ...(isRecord(headers) ? headerFaults(headers, `${target}.headers`) : []),
      ...(hasBody(body) && !hasContentType(headers) ? [missingContentType(target)] : []),
    ];
  });
  return [...own, ...dependencyFaults(requests.map(asDependent))];
}

/** The rules of the class take an array for an object, one without any member that they know. */
function notAnObject(target: string): GraphErrorDetail {
  const message = `Property ${target} in payload has a value that does not match schema. It must be an object.`;
  return { code: 'schemaMismatch', message, target };
}

function addressFaults(url: string, root: BatchRoot, target: string): GraphErrorDetail[] {
  try {
    itemAddress(url, root);
    return [];
  } catch (error) {
    if (!(error instanceof ItemAddressError)) throw error;
    return [{ code: 'invalidUrl', message: `${target} cannot be used in this batch. ${error.message}.`, target }];
  }
}

function hasContentType(headers: unknown): boolean {
  return isRecord(headers) && Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
}

function missingContentType(target: string): GraphErrorDetail {
  const message = `${target} has a body, and needs the header Content-Type.`;
  return { code: 'missingContentType', message, target: `${target}.headers` };
}

function asDependent(request: unknown): Dependent {
  const { id, dependsOn }: Record<string, unknown> = isRecord(request) ? request : {};
  return {
    id: typeof id === 'string' && id !== '' ? id : undefined,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.filter((other) => typeof other === 'string') : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
