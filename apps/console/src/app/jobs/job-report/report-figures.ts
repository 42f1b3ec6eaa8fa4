import type { JobReport, PersonReport, ServiceReport, ServiceStatus, Workload } from '@ferry/contracts';
import { formatCount, formatQuantity } from '../../format/numbers';
import type { Tone } from '../../ui/tone';
import { WORKLOAD_COLUMNS } from '../labels/workload-faces';

/** The numbers of a report that can be added up. */
export type ReportCounts = Pick<ServiceReport, 'found' | 'copied' | 'alreadyThere' | 'skipped' | 'failed' | 'atTarget'>;

/** A workload of the report over all people. */
export interface WorkloadTotals extends ReportCounts {
  readonly service: Workload;
}

/** One line of the report: a workload of a person. */
export interface ReportLine extends WorkloadTotals {
  readonly status: ServiceStatus;
  readonly personId: string;
  readonly name: string;
  /** Whether this line begins a person. */
  readonly isFirst: boolean;
  /** Whether something of the source is not at the target, or the target holds more than the source. */
  readonly differs: boolean;
}

const NOTHING: ReportCounts = { found: 0, copied: 0, alreadyThere: 0, skipped: 0, failed: 0, atTarget: 0 };

function add(a: ReportCounts, b: ReportCounts): ReportCounts {
  return {
    found: a.found + b.found,
    copied: a.copied + b.copied,
    alreadyThere: a.alreadyThere + b.alreadyThere,
    skipped: a.skipped + b.skipped,
    failed: a.failed + b.failed,
    atTarget: a.atTarget + b.atTarget,
  };
}

/** Totals by workload, in the order of the columns; only workloads that occur. */
export function workloadTotals({ people }: Pick<JobReport, 'people'>): WorkloadTotals[] {
  const services = people.flatMap((person) => person.services);
  return WORKLOAD_COLUMNS.filter((workload) => services.some(({ service }) => service === workload)).map((service) => ({
    ...services.filter((candidate) => candidate.service === service).reduce(add, NOTHING),
    service,
  }));
}

/** The sum of all lines. */
export function grandTotal(totals: readonly ReportCounts[]): ReportCounts {
  return totals.reduce(add, NOTHING);
}

/** The verdict of a report in one sentence. */
export function reportVerdict(total: ReportCounts): { tone: Tone; text: string } {
  const arrived = total.copied + total.alreadyThere;
  if (total.found === 0) return { tone: 'idle', text: 'Nothing has been found at the source yet.' };
  if (arrived === total.found && total.atTarget === total.found) {
    return {
      tone: 'ok',
      text: `All ${formatQuantity(total.found, 'item', 'items')} found at the source are at the target, none twice.`,
    };
  }
  const open = total.found - arrived - total.skipped - total.failed;
  const parts = [
    `${formatCount(arrived)} of ${formatQuantity(total.found, 'item', 'items')} found at the source are at the target`,
    ...(total.skipped > 0 ? [`${formatCount(total.skipped)} skipped`] : []),
    ...(total.failed > 0 ? [`${formatCount(total.failed)} failed`] : []),
    ...(open > 0 ? [`${formatCount(open)} not copied yet`] : []),
    ...(total.atTarget > arrived ? [`${formatCount(total.atTarget - arrived)} more at the target`] : []),
    ...(total.atTarget < arrived ? [`${formatCount(arrived - total.atTarget)} missing at the target`] : []),
  ];
  return { tone: total.atTarget < arrived ? 'bad' : 'warn', text: `${parts.join(', ')}.` };
}

/** Every workload of every person as a line of its own. */
export function reportLines({ people }: Pick<JobReport, 'people'>): ReportLine[] {
  return people.flatMap(linesOf);
}

function linesOf({ id, displayName, services }: PersonReport): ReportLine[] {
  return WORKLOAD_COLUMNS.flatMap((workload) => services.filter(({ service }) => service === workload)).map(
    (service, index) => ({
      ...add(NOTHING, service),
      service: service.service,
      status: service.status,
      personId: id,
      name: displayName ?? id,
      isFirst: index === 0,
      differs: service.copied + service.alreadyThere !== service.found || service.atTarget !== service.found,
    }),
  );
}
