import type { JobChange, JobEvent, JobProgress } from '@ferry/contracts';
import { printable, printedDate } from '../print/printable';

/** Turns the messages about a job into lines: one for each event, and one whenever another percent is done. */
export class ChangeLines {
  private lastEvent: number | null = null;
  private lastPercent: number | null = null;

  /** The lines of the next message. The first one tells where the job stands, and not what led there. */
  of({ progress, events }: JobChange): string[] {
    const isFirst = this.lastEvent === null;
    const known = this.lastEvent ?? 0;
    // After a reconnect the first message brings events that were printed before.
    const news = events.filter(({ id }) => id > known);
    this.lastEvent = news.at(-1)?.id ?? known;
    return [...(isFirst ? [standing(progress)] : news.map(eventLine)), ...this.percentLine(progress)];
  }

  private percentLine({ totals }: JobProgress): string[] {
    const expected = totals.reduce((sum, total) => sum + Math.max(total.expected, total.found), 0);
    const found = totals.reduce((sum, total) => sum + total.found, 0);
    const percent = expected === 0 ? null : Math.floor((100 * found) / expected);
    if (percent === this.lastPercent || percent === null) return [];
    this.lastPercent = percent;
    return [`${found} of ${expected} items known so far (${percent} %)`];
  }
}

function standing({ job }: JobProgress): string {
  const words = job.message === null || job.message === '' ? '' : ` (${job.message})`;
  return printable(`${job.displayName}: ${job.status}${words}`);
}

function eventLine({ dateTime, personId, personName, service, fromStatus, toStatus, cause }: JobEvent): string {
  const who = personId === null ? 'job' : (personName ?? personId);
  const what = [who, ...(service === null ? [] : [service])].join(', ');
  const steps = fromStatus === null || fromStatus === toStatus ? toStatus : `${fromStatus} -> ${toStatus}`;
  return printable(`${printedDate(dateTime)}  ${what}: ${steps} (${cause})`);
}
