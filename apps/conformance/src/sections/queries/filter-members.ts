import type { Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { equal, holds, objectOf } from '../../expect/expect';
import type { Job } from '../../run/job';
import { numbersWhere } from './page';
import { queryJobs } from './query-jobs';

const quoted = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`;
const bare = String;

/** How the value of each scalar member is written as a literal (contract page 2.1 and 2.4). */
const MEMBERS: Readonly<Record<string, (value: unknown) => string>> = {
  id: quoted,
  displayName: quoted,
  jobType: quoted,
  sourceTenantId: quoted,
  targetTenantId: quoted,
  completeAfterDateTime: bare,
  status: quoted,
  message: quoted,
  createdDateTime: bare,
  createdBy: quoted,
  lastUpdatedDateTime: bare,
  resourceType: quoted,
  'exchangeSettings/sourceEndpoint': quoted,
  'exchangeSettings/targetDeliveryDomain': quoted,
};

/** Number of the job whose values are asked for: one with settings. */
const SAMPLE = 3;

/** `$filter` over every scalar member of a job. */
export const FILTER_MEMBERS: readonly Check[] = Object.entries(MEMBERS).map(([path, literal]): Check => ({
  id: `queries.filter-by-${path.replace('/', '-')}`,
  sentence: `\`$filter\` compares \`${path}\``,
  sources: [contract('2.1 and 5.4', 'OAS', 'G-filt'), conventions('5.1.1.15'), decision('OPEN-14')],
  run: async (test) => {
    const { jobs } = await queryJobs(test);
    const sample = jobs[SAMPLE - 1];
    holds(sample !== undefined, 'There are too few jobs to ask for.');
    const condition = `${path} eq ${literal(valueAt(sample, path))}`;
    const found = await numbersWhere(test, condition);
    holds(found.includes(SAMPLE), `Job ${SAMPLE} is not among those for which ${condition}.`);
    const others = jobs.flatMap((job, index) => (valueAt(job, path) === valueAt(sample, path) ? [index + 1] : []));
    equal(found, others, `The jobs for which ${condition}`);
    const not = await numbersWhere(test, condition.replace(' eq ', ' ne '));
    equal(not.length, jobs.length - found.length, `The number of jobs for which not ${condition}`);
  },
}));

function valueAt(job: Job, path: string): unknown {
  const [member = '', inner] = path.split('/');
  if (inner === undefined) return job[member];
  const structure = job[member];
  return structure === null || structure === undefined ? null : objectOf(structure, member)[inner];
}
