import type { PersonReport, ReportHead, ReportTotals, ServiceReport } from '@ferry/contracts';
import type { Report } from '../report';
import { FailureCauses } from './failure-causes';
import { type PdfFonts, pdfFonts } from './pdf-fonts';
import { type PdfColumn, pdfDocument, type PdfRow, PdfSheet, printable } from './pdf-sheet';
import { count, moment, size } from './quantities';

const number = (title: string, width: number): PdfColumn => ({ title, width, isNumber: true });

const PEOPLE: readonly PdfColumn[] = [
  { title: 'Person', width: 132 },
  { title: 'Workload', width: 54 },
  { title: 'Status', width: 66 },
  number('Found', 52),
  number('Copied', 52),
  number('Already there', 64),
  number('Skipped', 46),
  number('Failed', 42),
  number('Size', 54),
  number('Items/s', 44),
  number('Missing', 46),
  number('Differ', 40),
  { title: 'Verified (UTC)', width: 78 },
];

const TOTALS: readonly PdfColumn[] = [
  { title: 'Workload', width: 90 },
  number('People', 55),
  number('Found', 65),
  number('Copied', 65),
  number('Already there', 75),
  number('Skipped', 60),
  number('Failed', 60),
  number('Size', 65),
  number('People verified', 85),
  number('Missing', 60),
  number('Differ', 60),
];

/**
 * A report as PDF, for printing: the numbers, everybody by workload, the causes of failures with what to do about them.
 * Pages are handed on as they are full. Nothing is told by colour.
 */
export async function* pdfReport({ head, people }: Report): AsyncGenerator<Uint8Array> {
  const fonts = await pdfFonts();
  const document = await pdfDocument(fonts, `Report of ${head.displayName}`, head.createdDateTime);
  try {
    const foot = `Ferry report of ${head.displayName}, made ${moment(head.createdDateTime)}`;
    const sheet = new PdfSheet(document, fonts, foot);
    writeHead(sheet, head);
    const causes = new FailureCauses();
    let unprintable = 0;
    sheet.heading('People');
    sheet.table(PEOPLE);
    for await (const person of people()) {
      const name = nameOf(person, fonts);
      if (!name.isWhole) unprintable += 1;
      for (const row of rowsOf(person, name.text)) sheet.row(row);
      causes.add(person);
      yield* ready(document);
    }
    if (unprintable > 0) {
      sheet.paragraph(
        `${count(unprintable)} of the people have names with letters that this document cannot print. They stand here by ` +
          'their mail address or object id; the report as CSV or JSON has the names.',
      );
    }
    writeCauses(sheet, causes);
    sheet.paragraph(`End of the report. Number of pages: ${count(sheet.length)}.`);
  } finally {
    document.end();
  }
  for await (const chunk of document) yield chunk as Uint8Array;
}

/** What has been written and not handed on. */
function* ready(document: PDFKit.PDFDocument): Generator<Uint8Array> {
  const chunk: unknown = document.read();
  if (chunk instanceof Uint8Array) yield chunk;
}

function writeHead(sheet: PdfSheet, head: ReportHead): void {
  sheet.heading(`Report of ${head.displayName}`, 18);
  sheet.paragraph(
    `From ${head.sourceTenant} to ${head.targetTenant}. Status: ${head.status}. Created ${moment(head.jobCreatedDateTime)} ` +
      `by ${head.createdBy}.`,
  );
  sheet.paragraph(
    `Migration started ${moment(head.migrationStartedDateTime)}, cutover from ${moment(head.completeAfterDateTime)} on, ` +
      `cutover started ${moment(head.cutoverStartedDateTime)}, finished ${moment(head.finishedDateTime)}.`,
  );
  sheet.heading('Numbers');
  sheet.table(TOTALS);
  for (const totals of head.totals) sheet.row(totalsRow(totals));
  sheet.paragraph(
    'Missing and differ tell what the last verification found: items of the source that the target lacked, and items of ' +
      'another size. What was skipped or failed is not expected at the target. Lines in bold deserve a look.',
  );
}

function totalsRow(totals: ReportTotals): PdfRow {
  const { service, people, found, copied, alreadyThere, skipped, failed, bytes, verifiedPeople } = totals;
  const cells = [
    service,
    count(people),
    count(found),
    count(copied),
    count(alreadyThere),
    count(skipped),
    count(failed),
  ];
  const compared = verifiedPeople > 0;
  return {
    cells: [
      ...cells,
      size(bytes),
      count(verifiedPeople),
      compared ? count(totals.missing) : '-',
      compared ? count(totals.different) : '-',
    ],
    isBold: failed + totals.missing + totals.different > 0,
  };
}

function rowsOf(person: PersonReport, name: string): PdfRow[] {
  return person.services.map((service, index) => personRow(service, index === 0 ? name : ''));
}

function personRow(service: ServiceReport, name: string): PdfRow {
  const { verification, errors, failed, itemsPerSecond } = service;
  const cells = [
    name,
    service.service,
    service.status,
    count(service.found),
    count(service.copied),
    count(service.alreadyThere),
    count(service.skipped),
    count(failed),
    size(service.bytes),
    itemsPerSecond === null ? '-' : count(itemsPerSecond),
    verification ? count(verification.missing) : '-',
    verification ? count(verification.different) : '-',
    verification ? moment(verification.endDateTime).slice(0, 'YYYY-MM-DD HH:MM'.length) : '-',
  ];
  const differs = verification !== null && verification.missing + verification.different > 0;
  return { cells, isBold: failed > 0 || errors.length > 0 || differs };
}

function writeCauses(sheet: PdfSheet, causes: FailureCauses): void {
  sheet.heading('Failures and skipped items by cause');
  const found = causes.byPeople();
  if (found.length === 0) sheet.paragraph('There are none.');
  for (const { code, title, remedy, where, example, people, items } of found) {
    const these = items > 0 ? `, ${count(items)} items` : '';
    sheet.heading(`${title} (${code}): ${count(people)} people${these}`, 8.5);
    sheet.paragraph(`For example: ${example}`);
    if (remedy !== '') sheet.paragraph(`What to do: ${remedy} Where: ${where}.`);
  }
}

function nameOf({ id, displayName, mail, removed }: PersonReport, fonts: PdfFonts): { text: string; isWhole: boolean } {
  const name = displayName === null ? null : printable(displayName);
  const isWhole = name === null || fonts.has(name);
  const text = (isWhole ? name : null) ?? mail ?? id;
  return { text: removed ? `${text} (taken out)` : text, isWhole };
}
