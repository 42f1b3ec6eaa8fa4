/**
 * Runs something at once, and what is asked for meanwhile once more, after a pause: however often something changes, the
 * service is asked a few times a minute and in the end knows the last word.
 */
export class Together {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;

  constructor(
    private readonly milliseconds: number,
    private readonly run: () => void,
  ) {}

  ask(): void {
    this.wanted = true;
    if (this.timer === undefined) this.go();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wanted = false;
  }

  private go(): void {
    this.timer = undefined;
    if (!this.wanted) return;
    this.wanted = false;
    this.timer = setTimeout(() => this.go(), this.milliseconds);
    this.run();
  }
}
