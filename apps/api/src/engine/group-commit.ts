/**
 * Commits entries in groups: while one group is being committed, whatever arrives forms the next one. Under load many
 * entries share one transaction; alone, an entry waits for nobody.
 */
export class GroupCommit<Entry> {
  private waiting: { readonly entry: Entry; readonly settle: PromiseWithResolvers<void> }[] = [];
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
    const settle = Promise.withResolvers<void>();
    this.waiting.push({ entry, settle });
    if (!this.running) {
      this.running = true;
      // What is handed in within one turn of the event loop belongs together.
      setImmediate(() => void this.run());
    }
    return settle.promise;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.most);
      try {
        await this.commit(group.map(({ entry }) => entry));
        for (const { settle } of group) settle.resolve();
      } catch (error) {
        if (group.length === 1) for (const { settle } of group) settle.reject(error);
        else await this.oneByOne(group);
      }
    }
    this.running = false;
  }

  /** Nothing of the group was committed: whoever is to blame fails alone. */
  private async oneByOne(group: GroupCommit<Entry>['waiting']): Promise<void> {
    for (const { entry, settle } of group) {
      await this.commit([entry]).then(settle.resolve, settle.reject);
    }
  }
}
