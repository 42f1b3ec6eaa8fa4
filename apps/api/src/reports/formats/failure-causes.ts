import type { PersonReport } from '@ferry/contracts';
import { catalogueEntry } from '@ferry/domain';

/** A cause for which workloads failed or items did not arrive, over all people. */
export interface FailureCause {
  readonly code: string;
  readonly title: string;
  readonly remedy: string;
  /** Where it is mended. */
  readonly where: string;
  /** One of the sentences that were said. */
  readonly example: string;
  people: number;
  items: number;
}

/** Gathers causes while people go by, so that nobody has to be held for it. */
export class FailureCauses {
  private readonly causes = new Map<string, FailureCause>();

  add(person: PersonReport): void {
    const named = new Set<FailureCause>();
    for (const { errors, folders } of person.services) {
      for (const { code, message } of errors) named.add(this.cause(code ?? '', message ?? ''));
      for (const { code, message, items } of folders.flatMap(({ reasons }) => reasons)) {
        const cause = this.cause(code, message);
        cause.items += items;
        named.add(cause);
      }
    }
    for (const cause of named) cause.people += 1;
  }

  /** The causes, that of most people first. */
  byPeople(): FailureCause[] {
    return [...this.causes.values()].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
  }

  private cause(code: string, example: string): FailureCause {
    const known = this.causes.get(code);
    if (known) return known;
    const entry = catalogueEntry(code);
    const cause = {
      code,
      title: entry?.title ?? code,
      remedy: entry?.remedy ?? '',
      where: entry?.where ?? '',
      example,
      people: 0,
      items: 0,
    };
    this.causes.set(code, cause);
    return cause;
  }
}
