import { ReportFormat, VerificationVerdict } from '@ferry/contracts';
import type { Face } from '../jobs/labels/face';

export const REPORTS_TEXTS = {
  heading: 'Reports',
  subheading: 'Of every job that is over, and of deleted jobs for as long as their reports are kept.',
  search: 'Search in names and creators',
  searchLabel: 'Search reports',
  unreadable: 'The reports cannot be read',
  job: 'Job',
  outcome: 'Outcome',
  verification: 'Verification',
  people: 'People',
  ended: 'Ended',
  creator: 'Created by',
  kept: 'Kept',
  download: 'Download',
  jobDeleted: 'job deleted',
  until: 'until',
  forEver: 'for ever',
  withJob: 'with its job',
  none: 'No report yet',
  noneHint: 'A job that is over, completed or not, leaves a report here. It stays when the job is deleted.',
  toJobs: 'Go to the jobs',
  noMatch: 'No report matches',
  noMatchHint: 'No job with such a name or creator is over.',
  clear: 'Clear search',
  downloadOf: (name: string, format: string) => `Download the report of ${name} as ${format}`,
} as const;

export const FORMAT_LABELS: Readonly<Record<ReportFormat, string>> = {
  [ReportFormat.Pdf]: 'PDF',
  [ReportFormat.Csv]: 'CSV',
  [ReportFormat.Json]: 'JSON',
};

export const VERIFICATION_FACES: Readonly<Record<VerificationVerdict, Face>> = {
  [VerificationVerdict.Verified]: { label: 'Verified', tone: 'ok', icon: 'circle-check' },
  [VerificationVerdict.Partial]: { label: 'Verified in part', tone: 'warn', icon: 'alert-triangle' },
  [VerificationVerdict.Differs]: { label: 'Differences found', tone: 'bad', icon: 'circle-x' },
  [VerificationVerdict.None]: { label: 'Not verified', tone: 'idle', icon: 'circle-dashed' },
};
