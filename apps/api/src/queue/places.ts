/** A place at the work of a queue, which one message has at a time. */
export interface Place {
  /** Leaves the place to others: what is left to do for the message is not what places are counted for. */
  leave(): void;
  /** Comes back to a place, before any new message gets it. */
  take(): Promise<void>;
}

/** The places of one queue in this process. Whoever comes back is served before whoever is new. */
export class Places {
  private taken = 0;
  private readonly returning: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly onFree: () => void,
  ) {}

  /** How many new messages there is room for. */
  get free(): number {
    return Math.max(this.count - this.taken, 0);
  }

  /** Gives a place to a new message; there has to be a free one. */
  give(): Place {
    this.taken += 1;
    let has = true;
    return {
      leave: () => {
        if (!has) return;
        has = false;
        this.release();
      },
      take: async () => {
        if (has) return;
        has = true;
        if (this.free > 0) this.taken += 1;
        else await new Promise<void>((resolve) => this.returning.push(resolve));
      },
    };
  }

  private release(): void {
    const next = this.returning.shift();
    if (next) {
      next();
      return;
    }
    this.taken -= 1;
    this.onFree();
  }
}
