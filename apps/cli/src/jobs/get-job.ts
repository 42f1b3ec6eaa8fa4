import { GRAPH_ROUTES } from '@ferry/contracts';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { graphRoute } from '../service/routes';
import { printJob } from './print-job';

/** `ferry jobs get` */
export const getJob: Command = {
  name: 'jobs get',
  summary: 'Print a job',
  ownOptions: [],
  about: 'job',
  async run(context, job) {
    printJob(context, await context.service.get(graphRoute(GRAPH_ROUTES.job(job))));
    return ExitCode.Fine;
  },
};
