import type { ReportCounts } from './report-figures';

/** The counts of a report that are shown, in the order of their columns. */
export const REPORT_COLUMNS = [
  { count: 'found', label: 'Found' },
  { count: 'copied', label: 'Copied' },
  { count: 'alreadyThere', label: 'Already there' },
  { count: 'skipped', label: 'Skipped' },
  { count: 'failed', label: 'Failed' },
  { count: 'atTarget', label: 'At target' },
] as const satisfies readonly { readonly count: keyof ReportCounts; readonly label: string }[];
