import { JobChange } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { printable } from '../print/printable';
import { ChangeLines } from './change-lines';
import { followJob } from './follow-job';
import { EXIT_CODE_OF, rests } from './job-rest';

/** `ferry jobs watch` */
export const watchJob: Command = {
  name: 'jobs watch',
  summary: 'Print what happens in a job until it rests; 1 when it rests with errors',
  ownOptions: [],
  about: 'job',
  async run({ options, service, terminal }, job) {
    const lines = new ChangeLines();
    for await (const message of followJob(service, job)) {
      const change = plainToInstance(JobChange, message);
      for (const line of options.json ? [JSON.stringify(message)] : lines.of(change)) terminal.out(line);
      if (rests(change.progress.job)) return EXIT_CODE_OF[change.progress.job.status];
    }
    terminal.err(`${printable(job)} is gone.`);
    return ExitCode.Fine;
  },
};
