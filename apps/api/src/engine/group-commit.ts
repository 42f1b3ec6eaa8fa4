/** An entry that is not committed yet, and whom to tell when it is. */
interface Waiting<Entry> {
  readonly entry: Entry;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Commits entries in groups: while one group is being committed, whatever arrives forms the next one. Under load many
 * entries share one transaction; alone, an entry waits for nobody.
 */
export class GroupCommit<Entry> {
  private waiting: Waiting<Entry>[] = [];
  private running = false;

  /**
   * @param commit commits all of a group or nothing of it
   * @param most entries of a group
   */
  constructor(
    private readonly commit: (group: readonly Entry[]) => Promise<void>,
    private readonly most: number,
  ) {}

  /** Resolves when the entry is committed; rejects with what kept this very entry from it. */
  add(entry: Entry): Promise<void> {
    const committed = new Promise<void>((resolve, reject) => this.waiting.push({ entry, resolve, reject }));
    if (!this.running) {
      this.running = true;
      // What is handed in within one turn of the event loop belongs together.
      setImmediate(() => void this.run());
    }
    return committed;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.most);
      try {
        await this.commit(group.map(({ entry }) => entry));
        for (const { resolve } of group) resolve();
      } catch (error) {
        if (group.length === 1) for (const { reject } of group) reject(error);
        else await this.oneByOne(group);
      }
    }
    this.running = false;
  }

  /** Nothing of the group was committed: whoever is to blame fails alone. */
  private async oneByOne(group: readonly Waiting<Entry>[]): Promise<void> {
    for (const { entry, resolve, reject } of group) {
      await this.commit([entry]).then(resolve, reject);
    }
  }
}
