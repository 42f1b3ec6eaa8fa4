import { GRAPH_ROUTES } from '@ferry/contracts';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { printable } from '../print/printable';
import { graphRoute } from '../service/routes';

/** `ferry jobs delete` */
export const deleteJob: Command = {
  name: 'jobs delete',
  summary: 'Delete a job that is over',
  ownOptions: [],
  about: 'job',
  async run({ options, service, terminal }, job) {
    await service.delete(graphRoute(GRAPH_ROUTES.job(job)));
    // The contract answers without a body, so there is nothing to print for a script.
    if (!options.json) terminal.out(`${printable(job)}: the deletion was accepted.`);
    return ExitCode.Fine;
  },
};
