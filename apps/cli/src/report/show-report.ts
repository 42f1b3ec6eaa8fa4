import { API_ROUTES, JobReport, type ServiceReport } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { printable, printedDate } from '../print/printable';
import { type Column, table } from '../print/table';
import { jobSegment } from '../service/routes';
import { saveReport } from './save-report';

/** `ferry report` */
export const showReport: Command = {
  name: 'report',
  summary: 'Report what became of a job, or save its report to a file',
  ownOptions: ['format', 'output'],
  about: 'job',
  async run(context, job) {
    const { options, service, terminal } = context;
    if (options.format !== null || options.output !== null) return saveReport(context, job);
    const answer = await service.get(API_ROUTES.jobReport(jobSegment(job)));
    if (options.json) terminal.out(JSON.stringify(answer, null, 2));
    else for (const line of reportLines(plainToInstance(JobReport, answer))) terminal.out(line);
    return ExitCode.Fine;
  },
};

const NUMBERS = ['found', 'copied', 'alreadyThere', 'skipped', 'failed'] as const;
const COMPARED = ['missing', 'atTarget'] as const;
const TITLES: Readonly<Record<(typeof NUMBERS)[number], string>> = {
  found: 'Found',
  copied: 'Copied',
  alreadyThere: 'Already there',
  skipped: 'Skipped',
  failed: 'Failed',
};
const COMPARED_TITLES: Readonly<Record<(typeof COMPARED)[number], string>> = {
  missing: 'Missing',
  atTarget: 'At target',
};

type Row = Pick<ServiceReport, (typeof NUMBERS)[number] | 'verification'> & {
  name: string;
  service: string;
  status: string;
};

const COLUMNS: readonly Column<Row>[] = [
  { title: 'Name', value: ({ name }) => name },
  { title: 'Workload', value: ({ service }) => service },
  { title: 'Status', value: ({ status }) => status },
  ...NUMBERS.map((number) => ({ title: TITLES[number], value: (row: Row) => row[number] })),
  ...COMPARED.map((number) => ({
    title: COMPARED_TITLES[number],
    value: ({ verification }: Row) => verification?.[number] ?? null,
  })),
  {
    title: 'Verified',
    value: ({ verification }) => (verification ? printedDate(verification.endDateTime) : null),
  },
];

/** A row for each workload of each person, and their sums. */
export function reportLines({ displayName, status, createdDateTime, people }: JobReport): string[] {
  const rows = people.flatMap((person): Row[] =>
    person.services.map((service) => ({ ...service, name: person.displayName ?? person.id })),
  );
  return [
    printable(`${displayName}: ${status}; made at ${printedDate(createdDateTime)}`),
    ...table(COLUMNS, [...rows, sumOf(rows)]),
  ];
}

function sumOf(rows: readonly Row[]): Row {
  const sum: Row = {
    name: 'Sum',
    service: '',
    status: '',
    found: 0,
    copied: 0,
    alreadyThere: 0,
    skipped: 0,
    failed: 0,
    verification: null,
  };
  for (const row of rows) for (const number of NUMBERS) sum[number] += row[number];
  return sum;
}
