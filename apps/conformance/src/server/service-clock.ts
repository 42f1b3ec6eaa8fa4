import { API_ROUTES } from '@ferry/contracts';
import type { Answer } from './answer';

/** Sends a request to the clock as the administrator. */
type Ask = (method: 'GET' | 'POST', path: string, body: object | null) => Promise<Answer>;

/** The time of the server: that of this machine, unless there is a sandbox, whose clock may be ahead and can be moved. */
export class ServiceClock {
  private constructor(
    private readonly ask: Ask,
    /** Whether the clock can be moved. */
    readonly canMove: boolean,
    private aheadMs: number,
  ) {}

  static async of(ask: Ask): Promise<ServiceClock> {
    const answer = await ask('GET', `/${API_ROUTES.sandboxClock}`, null);
    const now = answer.status === 200 ? timeOf(answer) : null;
    return now === null ? new ServiceClock(ask, false, 0) : new ServiceClock(ask, true, now - Date.now());
  }

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** Moves the clock ahead; only where it can be moved. */
  async advance(seconds: number): Promise<void> {
    const answer = await this.ask('POST', `/${API_ROUTES.sandboxClock}`, { seconds });
    const now = answer.status === 200 ? timeOf(answer) : null;
    if (now === null) throw new Error(`The clock did not move: ${answer.toString()}`);
    this.aheadMs = now - Date.now();
  }
}

function timeOf(answer: Answer): number | null {
  if (!answer.header('content-type').startsWith('application/json')) return null;
  const { now } = answer.object();
  return typeof now === 'string' ? Date.parse(now) : null;
}
