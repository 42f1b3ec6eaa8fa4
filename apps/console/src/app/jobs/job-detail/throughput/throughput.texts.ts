/** Every text of the card of what a job moved over time. */
export const THROUGHPUT_TEXTS = {
  heading: 'Throughput',
  unit: 'Shown as',
  items: 'Items/s',
  bytes: 'Bytes/s',
  showTable: 'Show as table',
  showChart: 'Show as chart',
  empty: 'Nothing has moved yet. The chart begins with the first item that arrives.',
  failed: 'The throughput cannot be read',
  moved: 'moved',
  average: 'on average while it moved',
  peak: 'at most',
  time: 'From',
  total: 'Together',
  tableName: (interval: string) => `Throughput by spans of ${interval}, latest first`,
  each: (interval: string) => `one bar for ${interval}`,
  chartName: (average: string, peak: string) =>
    `Throughput by workload over time: ${average} on average while it moved, ${peak} at most. "Show as table" has every figure.`,
} as const;
