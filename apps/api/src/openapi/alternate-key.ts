import { GRAPH_ROUTES } from '@ferry/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];

const JOB = `/${GRAPH_ROUTES.jobs}/{job}`;
const BY_NAME = `/${GRAPH_ROUTES.jobs}(displayName='{displayName}')`;
const METHODS = ['get', 'post', 'patch', 'delete'] as const;
const PARAMETER = {
  name: 'displayName',
  in: 'path' as const,
  required: true,
  description: 'Display name of the job, with single quotes doubled.',
  schema: { type: 'string' as const },
};

/**
 * The addresses by which a job is found by its name alone: the job and its actions, but not its people (contract page
 * 1.1). They are served by rewriting, so no controller tells of them.
 */
export function addAlternateKeyPaths(paths: OpenAPIObject['paths']): void {
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith(JOB) || path.includes('/users')) continue;
    paths[path.replace(JOB, BY_NAME)] = byName(item);
  }
}

function byName(item: PathItem): PathItem {
  const named: PathItem = { ...item };
  for (const method of METHODS) {
    const operation = item[method];
    if (!operation) continue;
    const others = (operation.parameters ?? []).filter((given) => !('name' in given) || given.name !== 'job');
    named[method] = {
      ...operation,
      operationId: `${operation.operationId ?? method}ByDisplayName`,
      summary: `${operation.summary ?? ''} by its display name`,
      parameters: [PARAMETER, ...others],
    };
  }
  return named;
}
