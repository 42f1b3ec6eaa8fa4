import { ExitCode } from './exit-code';
import { ferry } from './ferry';

// `ferry jobs list | head` closes the pipe while there is more to print.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(ExitCode.Fine);
});

process.exitCode = await ferry(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
