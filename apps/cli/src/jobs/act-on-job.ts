import { GRAPH_ROUTES } from '@ferry/contracts';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { printable } from '../print/printable';
import { graphRoute } from '../service/routes';

type Action = 'validate' | 'migrate' | 'cancel';

/** `ferry jobs validate` */
export const validateJob = actOnJob('validate', 'Run every check for the people of a job');

/** `ferry jobs migrate` */
export const migrateJob = actOnJob('migrate', 'Move the people of a job, or those who failed once more');

/** `ferry jobs cancel` */
export const cancelJob = actOnJob('cancel', 'Stop a job');

function actOnJob(action: Action, summary: string): Command {
  return {
    name: `jobs ${action}`,
    summary,
    ownOptions: [],
    about: 'job',
    async run({ options, service, terminal }, job) {
      const answer = await service.post(graphRoute(GRAPH_ROUTES.jobAction(job, action)));
      terminal.out(options.json ? JSON.stringify(answer, null, 2) : accepted(answer, job));
      return ExitCode.Fine;
    },
  };
}

/** A job after validate or migrate, and the answer to cancel, both carry these members. */
function accepted(answer: unknown, job: string): string {
  const { displayName, status, message } = answer as { displayName?: string; status: string; message: string | null };
  const words = message === null || message === '' ? '' : ` (${message})`;
  return printable(`${displayName ?? job}: ${status}${words}`);
}
