import { inject, Service, signal, DOCUMENT } from '@angular/core';
import { type AddressParameters, jobsQueryParameters, type JobsQuery, readJobsQuery } from './jobs-query';

/** A list under a name. */
export interface SavedView {
  readonly name: string;
  readonly query: JobsQuery;
}

const KEY = 'ferry.jobs.views';

/** The lists that somebody has given names, in this browser. */
@Service()
export class SavedViews {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly kept = signal<readonly SavedView[]>(this.read());

  readonly views = this.kept.asReadonly();

  /** Keeps a list under a name; another one of that name is replaced. */
  save(name: string, query: JobsQuery): void {
    const others = this.kept().filter((view) => view.name !== name);
    this.write([...others, { name, query: { ...query, page: 1 } }]);
  }

  remove(name: string): void {
    this.write(this.kept().filter((view) => view.name !== name));
  }

  private write(views: readonly SavedView[]): void {
    this.kept.set(views);
    const plain = views.map(({ name, query }) => ({ name, parameters: jobsQueryParameters(query) }));
    this.storage?.setItem(KEY, JSON.stringify(plain));
  }

  /** What is kept is as old as it likes, or was written by hand: what cannot be read is not there. */
  private read(): SavedView[] {
    try {
      const parsed: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      return Array.isArray(parsed) ? parsed.flatMap(viewOf) : [];
    } catch {
      return [];
    }
  }
}

function viewOf(kept: unknown): SavedView[] {
  if (typeof kept !== 'object' || kept === null || !('name' in kept) || !('parameters' in kept)) return [];
  const { name, parameters } = kept;
  if (typeof name !== 'string' || typeof parameters !== 'object' || parameters === null) return [];
  const texts = Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const said: AddressParameters = Object.fromEntries(texts);
  return [{ name, query: readJobsQuery(said) }];
}
