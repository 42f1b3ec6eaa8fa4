import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(__dirname, '..', '..', '..', '..', '..', 'dist', 'apps', 'api', 'main.js');

/** One line of the log of a process. */
export interface LogLine {
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A process of the built service, with a log that can be waited for. */
export class FerryProcess {
  readonly log: LogLine[] = [];
  address = '';
  private readonly waiting = new Set<() => void>();
  private readonly exited: Promise<number | null>;
  private ended = false;

  private constructor(private readonly child: ChildProcess) {
    // Not `exit`, which comes before the last lines of the log have been read.
    this.exited = once(child, 'close').then(([code, signal]) => {
      this.ended = true;
      this.tell();
      return (code as number | null) ?? (signal === null ? null : -1);
    });
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.read(line));
  }

  /** Starts a process, and waits until it says that it is ready unless that is not what is expected. */
  static async start(
    settings: Readonly<Record<string, string>>,
    { preload, ready = true }: { preload?: string; ready?: boolean } = {},
  ): Promise<FerryProcess> {
    const ours = Object.keys(process.env).filter((name) => name.startsWith('FERRY_'));
    const env = {
      ...process.env,
      ...Object.fromEntries(ours.map((name) => [name, undefined])),
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: '0',
      HTTPS_PORT: 'off',
      LOG_LEVEL: 'debug',
      FERRY_PAST_DATE: 'due-now',
      ...settings,
    };
    const preloads = preload === undefined ? [] : ['--import', preload];
    const child = spawn('node', ['--enable-source-maps', ...preloads, MAIN], {
      env,
      stdio: ['ignore', 'pipe', process.env['TEST_SHOW_STDERR'] ? 'inherit' : 'ignore'],
    });
    const started = new FerryProcess(child);
    if (ready) await started.until(() => started.address !== '');
    return started;
  }

  /** Whether the process has ended. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Ids of the runs whose slices this process has settled. */
  get settledRuns(): ReadonlySet<unknown> {
    return new Set(this.log.filter(isSettledSlice).map((line) => line['runId']));
  }

  /** How each slice of this process ended, in order. */
  get endsOfSlices(): unknown[] {
    return this.log.filter(({ msg }) => msg === 'slice ended').map((line) => line['outcome']);
  }

  /** Waits until the log shows a line. */
  async untilLogged(isMeant: (line: LogLine) => boolean): Promise<LogLine> {
    await this.until(() => this.log.some(isMeant));
    const found = this.log.find(isMeant);
    if (!found) throw new Error('The line has gone.');
    return found;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits for the end of the process; its exit code, or -1 where a signal ended it. */
  end(): Promise<number | null> {
    return this.exited;
  }

  /** Ends the process if it still runs, whatever state it is in. */
  async kill(): Promise<void> {
    if (this.ended) return;
    this.child.kill('SIGCONT');
    this.child.kill('SIGKILL');
    await this.exited;
  }

  private async until(holds: () => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (holds()) resolve();
        else if (this.ended) reject(new Error(`The process ended: ${JSON.stringify(this.log.slice(-5))}`));
        else return;
        this.waiting.delete(look);
      };
      this.waiting.add(look);
      look();
    });
  }

  private read(line: string): void {
    const address = /^ {2}(?:console|health) +(http:\/\/[^/\s]+)/.exec(line)?.[1];
    if (address) this.address = address;
    if (line.startsWith('{')) this.log.push(JSON.parse(line) as LogLine);
    this.tell();
  }

  private tell(): void {
    for (const look of [...this.waiting]) look();
  }
}

function isSettledSlice({ msg, outcome }: LogLine): boolean {
  return msg === 'slice ended' && outcome !== 'lost' && outcome !== 'handedBack';
}
