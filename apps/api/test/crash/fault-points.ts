import type { Journal } from './journal';
import type { Kills } from './plan';

/** So many points are a sign of life: what is done by timers alone passes far fewer while a process stands still. */
const SIGN_OF_LIFE = 500;

/**
 * The places at which a process can die: it is announced here before and after everything that outlives the process.
 * Nothing in the service knows of it.
 */
export class FaultPoints {
  private readonly passes = new Map<string, number>();
  private readonly known: Set<string>;
  private readonly killed: Set<string>;
  private readonly kills: number;
  private total = 0;
  private journey: string | null = null;

  constructor(
    private readonly plan: Kills,
    private readonly journal: Journal,
  ) {
    this.known = new Set(journal.points);
    this.killed = new Set(journal.killedAt);
    this.kills = journal.killedAt.length;
  }

  /** How many points were passed since the start was over. */
  get passed(): number {
    return this.total;
  }

  /** Says which journey the points belong to from now on. */
  begin(journey: string): void {
    this.journey = journey;
  }

  /** Says that a point is passed now. Does not come back if the plan wants the process dead. */
  pass(boundary: string, reachedFrom: string): void {
    const point = reachedFrom ? `${boundary} · ${reachedFrom}` : boundary;
    const pass = (this.passes.get(point) ?? 0) + 1;
    this.passes.set(point, pass);
    if (this.journey !== null) this.total += 1;
    if (this.total % SIGN_OF_LIFE === 1) process.send?.('goes on');
    if (!this.known.has(point)) {
      this.known.add(point);
      this.journal.write({ kind: 'point', point, journey: this.journey });
    }
    if (!this.isDue(point, pass)) return;
    this.journal.write({ kind: 'killed', point, pass, total: this.total, journey: this.journey });
    process.kill(process.pid, 'SIGKILL');
  }

  /** Announces a piece of work before it begins and after it has ended well. */
  async around<T>(boundary: string, reachedFrom: string, work: () => Promise<T>): Promise<T> {
    this.pass(`before ${boundary}`, reachedFrom);
    const result = await work();
    this.pass(`after ${boundary}`, reachedFrom);
    return result;
  }

  private isDue(point: string, pass: number): boolean {
    const { plan } = this;
    switch (plan.at) {
      case 'never':
        return false;
      case 'each':
        return pass === plan.pass && !this.killed.has(point) && !plan.leave.includes(point);
      case 'point':
        return this.kills === 0 && point === plan.point && pass === plan.pass;
      case 'counts':
        return this.journey !== null && this.total === plan.counts[this.kills];
    }
  }
}
