import { type JobReport, type PersonReport, type ServiceReport, ServiceStatus, type Workload } from '@ferry/contracts';
import { formatCount, formatQuantity } from '../../format/numbers';
import type { Tone } from '../../ui/tone';
import { WORKLOAD_COLUMNS } from '../labels/workload-faces';

/** The numbers of a report that can be added up. */
export interface ReportCounts extends Pick<ServiceReport, 'found' | 'copied' | 'alreadyThere' | 'skipped' | 'failed'> {
  /** What the target had, lacked, and had in another size when it was last compared. */
  readonly atTarget: number;
  readonly missing: number;
  readonly different: number;
  /** What was copied and taken from the target again, because it was moved or deleted at the source. */
  readonly removed: number;
  /** Workloads in which something was found and that were not compared yet. */
  readonly unverified: number;
  /** Workloads that ended without success, whatever had arrived by then. */
  readonly failedWorkloads: number;
}

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
  /** Whether source and target were compared. */
  readonly isVerified: boolean;
  /** Whether the workload failed, something of the source is not at the target, or this holds more than the source. */
  readonly differs: boolean;
}

const NOTHING: ReportCounts = {
  found: 0,
  copied: 0,
  alreadyThere: 0,
  skipped: 0,
  failed: 0,
  atTarget: 0,
  missing: 0,
  different: 0,
  removed: 0,
  unverified: 0,
  failedWorkloads: 0,
};

function add(a: ReportCounts, b: ReportCounts): ReportCounts {
  return {
    found: a.found + b.found,
    copied: a.copied + b.copied,
    alreadyThere: a.alreadyThere + b.alreadyThere,
    skipped: a.skipped + b.skipped,
    failed: a.failed + b.failed,
    atTarget: a.atTarget + b.atTarget,
    missing: a.missing + b.missing,
    different: a.different + b.different,
    removed: a.removed + b.removed,
    unverified: a.unverified + b.unverified,
    failedWorkloads: a.failedWorkloads + b.failedWorkloads,
  };
}

/**
 * The numbers of one workload of a person. Spelled out, here and below: a report has thousands of them, and the spreading of
 * objects, which the build writes out as code, would hold up the page for a moment.
 */
function countsOf(service: ServiceReport): ReportCounts {
  const { found, copied, alreadyThere, skipped, failed, status, verification, folders } = service;
  const { atTarget, missing, different } = verification ?? NOTHING;
  return {
    found,
    copied,
    alreadyThere,
    skipped,
    failed,
    atTarget,
    missing,
    different,
    removed: folders.reduce((sum, folder) => sum + folder.removed, 0),
    unverified: verification === null && found > 0 ? 1 : 0,
    failedWorkloads: status === ServiceStatus.Failed ? 1 : 0,
  };
}

/** Totals by workload, in the order of the columns; only workloads that occur. */
export function workloadTotals({ people }: Pick<JobReport, 'people'>): WorkloadTotals[] {
  const services = people.flatMap((person) => person.services);
  return WORKLOAD_COLUMNS.filter((workload) => services.some(({ service }) => service === workload)).map((service) => ({
    ...services
      .filter((candidate) => candidate.service === service)
      .map(countsOf)
      .reduce(add, NOTHING),
    service,
  }));
}

/** The sum of all lines. */
export function grandTotal(totals: readonly ReportCounts[]): ReportCounts {
  return totals.reduce(add, NOTHING);
}

/** The verdict of a report in one sentence. */
export function reportVerdict(total: ReportCounts): { tone: Tone; text: string } {
  const { missing, different, removed, unverified, failedWorkloads } = total;
  const failures = failedWorkloads > 0 ? [`${formatQuantity(failedWorkloads, 'workload', 'workloads')} failed`] : [];
  if (total.found === 0) {
    return failures.length > 0
      ? { tone: 'bad', text: sentence(['Nothing has been found at the source', ...failures]) }
      : { tone: 'idle', text: 'Nothing has been found at the source yet.' };
  }
  const arrived = total.copied + total.alreadyThere;
  const compares = unverified === 0;
  const wrong = missing + different + failedWorkloads > 0;
  if (arrived === total.found && compares && !wrong && total.atTarget + removed === total.found) {
    const kept = formatQuantity(total.found - removed, 'item', 'items');
    const text =
      removed > 0
        ? `All ${kept} that the source still has are at the target, none twice; ${formatCount(removed)} left it.`
        : `All ${kept} found at the source are at the target, none twice.`;
    return { tone: 'ok', text };
  }
  const open = total.found - arrived - total.skipped - total.failed;
  const more = total.atTarget + missing + removed - arrived;
  const parts = [
    `${formatCount(arrived)} of ${formatQuantity(total.found, 'item', 'items')} found at the source have arrived`,
    ...failures,
    ...(total.skipped > 0 ? [`${formatCount(total.skipped)} skipped`] : []),
    ...(total.failed > 0 ? [`${formatCount(total.failed)} failed`] : []),
    ...(open > 0 ? [`${formatCount(open)} not copied yet`] : []),
    ...(compares && more > 0 ? [`${formatCount(more)} more at the target`] : []),
    ...(missing > 0 ? [`${formatCount(missing)} missing at the target`] : []),
    ...(different > 0 ? [`${formatCount(different)} of another size`] : []),
    ...(compares ? [] : [`${formatQuantity(unverified, 'workload', 'workloads')} not verified yet`]),
  ];
  return { tone: wrong ? 'bad' : 'warn', text: sentence(parts) };
}

function sentence(parts: readonly string[]): string {
  return `${parts.join(', ')}.`;
}

/** Every workload of every person as a line of its own. */
export function reportLines({ people }: Pick<JobReport, 'people'>): ReportLine[] {
  return people.flatMap(linesOf);
}

function linesOf({ id, displayName, services }: PersonReport): ReportLine[] {
  return WORKLOAD_COLUMNS.flatMap((workload) => services.filter(({ service }) => service === workload)).map(
    (service, index) => {
      const counts = countsOf(service);
      const { copied, alreadyThere, found, atTarget, missing, different, removed, failedWorkloads } = counts;
      const isVerified = service.verification !== null;
      return Object.assign(counts, {
        service: service.service,
        status: service.status,
        personId: id,
        name: displayName ?? id,
        isFirst: index === 0,
        isVerified,
        differs:
          failedWorkloads > 0 ||
          copied + alreadyThere !== found ||
          missing + different > 0 ||
          (isVerified && atTarget + removed !== found),
      });
    },
  );
}

/** When source and target were last compared for anybody; null when they never were. */
export function lastVerified({ people }: Pick<JobReport, 'people'>): Date | null {
  const times = people.flatMap(({ services }) =>
    services.flatMap(({ verification }) => (verification ? [verification.endDateTime] : [])),
  );
  return times.reduce<Date | null>((last, time) => (last === null || time > last ? time : last), null);
}
