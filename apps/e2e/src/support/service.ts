import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', '..', '..', '..', 'dist', 'apps', 'api', 'main.js');

/** A service of a journey's own, which may be killed. */
export class OwnService {
  private child: ChildProcess | null = null;

  constructor(
    private readonly port: number,
    private readonly dataFolder: string,
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the built service and waits until it says that it is ready. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(this.port),
      HTTPS_PORT: 'off',
      FERRY_DATA_DIR: this.dataFolder,
      FERRY_PAST_DATE: 'due-now',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      FERRY_AUTH_ISSUER: '',
      ...this.settings,
    };
    const child = spawn('node', ['--enable-source-maps', MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => text.includes('Ferry is ready') && resolve());
      child.once('exit', (code) => reject(new Error(`The service ended with ${code} before it was ready.`)));
    });
  }

  /** Ends the process the hard way (SIGKILL), or asks it to (SIGTERM). */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    this.child = null;
    return code;
  }
}
