import { GRAPH_ROUTES } from '@ferry/contracts';
import { readFile } from 'node:fs/promises';
import type { Command } from '../command';
import { FileError, InvalidBodyError, UsageError } from '../command-error';
import { ExitCode } from '../exit-code';
import { graphRoute } from '../service/routes';
import { bodyFaults } from './body-faults';
import { printJob } from './print-job';

/** `ferry jobs create` */
export const createJob: Command = {
  name: 'jobs create',
  summary: 'Create a job from a file, after checking it',
  ownOptions: ['file'],
  about: 'everything',
  async run(context) {
    const { file } = context.options;
    if (file === null) throw new UsageError("'jobs create' needs -f <file>.");
    const body = await readBody(file);
    const faults = bodyFaults(body);
    if (faults.length > 0) throw new InvalidBodyError(file, faults);
    printJob(context, await context.service.post(graphRoute(GRAPH_ROUTES.jobs), body));
    return ExitCode.Fine;
  },
};

async function readBody(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new FileError(`${file} cannot be read: ${wordsOf(error)}`, { cause: error });
  });
  const body = parse(file, text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new FileError(`${file} does not hold a JSON object.`);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`${file} is not JSON: ${wordsOf(error)}`, { cause: error });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
