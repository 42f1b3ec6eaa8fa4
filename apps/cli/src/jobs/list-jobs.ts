import { type CrossTenantMigrationJob, CrossTenantMigrationJobCollection, GRAPH_ROUTES } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import type { Command, Context } from '../command';
import { ExitCode } from '../exit-code';
import { printedDate } from '../print/printable';
import { type Column, table } from '../print/table';
import { graphRoute } from '../service/routes';

const COLUMNS: readonly Column<CrossTenantMigrationJob>[] = [
  { title: 'Name', value: (job) => job.displayName },
  { title: 'Kind', value: (job) => job.jobType },
  { title: 'Status', value: (job) => job.status },
  { title: 'Cutover after', value: (job) => printedDate(job.completeAfterDateTime) },
  { title: 'Created', value: (job) => printedDate(job.createdDateTime) },
  { title: 'Id', value: (job) => job.id },
];

/** `ferry jobs list` */
export const listJobs: Command = {
  name: 'jobs list',
  summary: 'List jobs, newest first',
  ownOptions: ['all'],
  about: 'everything',
  async run({ options, service, terminal }) {
    const found: unknown[] = [];
    let hasMore = false;
    for await (const page of pages(service)) {
      found.push(...page.value);
      hasMore = page['@odata.nextLink'] !== undefined;
      if (!options.all) break;
    }
    if (options.json) terminal.out(JSON.stringify(found, null, 2));
    else for (const line of jobLines(found)) terminal.out(line);
    if (hasMore) terminal.err('There are more: ferry jobs list --all');
    return ExitCode.Fine;
  },
};

/** The pages of the list as they are on the wire. */
async function* pages(service: Context['service']): AsyncGenerator<{ value: unknown[]; '@odata.nextLink'?: string }> {
  let route: string | undefined = graphRoute(GRAPH_ROUTES.jobs);
  while (route !== undefined) {
    const page = (await service.get(route)) as { value: unknown[]; '@odata.nextLink'?: string };
    yield page;
    const next: string | undefined = page['@odata.nextLink'];
    route = next === undefined ? undefined : service.routeOfLink(next);
  }
}

function jobLines(found: readonly unknown[]): string[] {
  const { value } = plainToInstance(CrossTenantMigrationJobCollection, { value: found });
  return value.length === 0 ? ['There are no jobs.'] : table(COLUMNS, value);
}
