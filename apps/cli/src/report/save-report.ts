import { API_ROUTES, REPORT_FORMATS, ReportFormat } from '@ferry/contracts';
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { Context } from '../command';
import { CommandError, FileError, UsageError } from '../command-error';
import { ExitCode } from '../exit-code';
import { printable } from '../print/printable';
import { jobSegment } from '../service/routes';

/** `ferry report --format pdf --output file`: the file is there as a whole, or not at all. */
export async function saveReport({ options, service, terminal }: Context, job: string): Promise<ExitCode> {
  const { format, output } = options;
  if (format === null || output === null) throw new UsageError("'report' needs --format and --output together.");
  const wanted = Object.values(ReportFormat).find((known: string) => known === format.toLowerCase());
  if (!wanted) throw new UsageError(`--format must be one of ${Object.values(ReportFormat).join(', ')}.`);
  const route = `${API_ROUTES.jobReport(jobSegment(job))}?format=${wanted}`;
  await write(output, service.download(route, REPORT_FORMATS[wanted]));
  terminal.out(printable(`The report was saved to ${output}.`));
  return ExitCode.Fine;
}

async function write(output: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${output}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const piece of pieces) await file.writeFile(piece);
    } finally {
      await file.close();
    }
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (error instanceof CommandError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new FileError(`${output} cannot be written: ${words}`, { cause: error });
  }
}
