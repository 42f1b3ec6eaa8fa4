/** What the checks of a section share: made when the first of them asks, and once only. */
export class Fixtures {
  private readonly made = new Map<string, Promise<unknown>>();

  /** What goes by a name; a failure to make it fails every check that asks. */
  get<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(name) ?? make();
    this.made.set(name, known);
    return known as Promise<T>;
  }

  /** Forgets everything, at the end of a section. */
  clear(): void {
    this.made.clear();
  }
}
