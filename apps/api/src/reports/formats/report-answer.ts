import { REPORT_FORMATS, ReportFormat } from '@ferry/contracts';
import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { NotAcceptableError } from '../../graph/content-negotiation';
import { BadRequestError } from '../../graph/graph-http-error';
import { covers, mediaRangesOf } from '../../graph/media-ranges';
import type { Report } from '../report';
import { csvReport } from './csv-report';
import { attachment, reportFileName } from './file-name';
import { jsonReport } from './json-report';
import { pdfReport } from './pdf-report';

const FORMATS = Object.values(ReportFormat);

/**
 * In which form a report is wanted: `format` decides, because a link in a page cannot say what it accepts; else the best
 * range of `Accept`. Throws `BadRequestError` for an unknown format and `NotAcceptableError` for what no form covers.
 */
export function wantedFormat(format: string | undefined, accept: string | undefined): ReportFormat {
  if (format !== undefined) {
    const wanted = FORMATS.find((candidate: string) => candidate === format.toLowerCase());
    if (wanted) return wanted;
    throw new BadRequestError(`format must be one of ${FORMATS.join(', ')}.`, { target: 'format' });
  }
  for (const range of mediaRangesOf(accept)) {
    const covered = FORMATS.find((candidate) => covers(range, REPORT_FORMATS[candidate]));
    if (covered) return covered;
  }
  throw new NotAcceptableError(accept ?? '', Object.values(REPORT_FORMATS).join(', '));
}

/** A report as it is sent: piece by piece, as its people are read. */
export function reportAnswer(report: Report, format: ReportFormat): StreamableFile {
  const { displayName, createdDateTime } = report.head;
  const file = (extension: string) => attachment(reportFileName(displayName, createdDateTime, extension));
  switch (format) {
    case ReportFormat.Json:
      return streamed(jsonReport(report), { type: 'application/json; charset=utf-8' });
    case ReportFormat.Csv:
      return streamed(csvReport(report), { type: 'text/csv; charset=utf-8; header=present', disposition: file('csv') });
    case ReportFormat.Pdf:
      return streamed(pdfReport(report), { type: 'application/pdf', disposition: file('pdf') });
  }
}

function streamed(
  pieces: AsyncIterable<string | Uint8Array>,
  headers: { readonly type: string; readonly disposition?: string },
): StreamableFile {
  return new StreamableFile(Readable.from(pieces, { objectMode: false }), headers);
}
