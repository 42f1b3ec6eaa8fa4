import { computed, inject, Service, signal } from '@angular/core';
import type { ImportedRow, ImportOutcome, PeopleImport } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { PeopleApi, type PeopleFileType } from './people-api';

/** A file of people that was chosen. */
export interface PeopleFile {
  readonly name: string;
  readonly size: number;
  readonly type: PeopleFileType;
  readonly content: Blob;
}

/** An import: a file, what it would do, and what it did. */
@Service({ autoProvided: false })
export class PeopleImportStore {
  private readonly api = inject(PeopleApi);
  private readonly chosen = signal<PeopleFile | null>(null);
  private readonly trial = signal<PeopleImport | null>(null);
  private readonly outcome = signal<PeopleImport | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly working = signal<'checking' | 'importing' | null>(null);

  readonly file = this.chosen.asReadonly();
  /** What the dry run says; null before it, and after the import. */
  readonly dryRun = computed(() => (this.outcome() === null ? this.trial() : null));
  readonly result = this.outcome.asReadonly();
  /** The answer that is shown: that of the import, or else that of the dry run. */
  readonly answer = computed(() => this.outcome() ?? this.trial());
  readonly error = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  /** Rows that something would become of. */
  readonly changes = computed(() => {
    const totals = this.trial()?.totals;
    return totals === undefined ? 0 : totals.created + totals.changed;
  });

  /** Takes a file and asks at once what it would do. */
  async choose(tenantId: string, file: PeopleFile): Promise<void> {
    this.chosen.set(file);
    this.trial.set(null);
    this.outcome.set(null);
    const answer = await this.send(tenantId, true);
    if (this.chosen() === file) this.trial.set(answer);
  }

  /** Imports the file that was checked. */
  async import(tenantId: string): Promise<void> {
    this.outcome.set(await this.send(tenantId, false));
  }

  /** Puts the file away, to choose another one. */
  clear(): void {
    this.chosen.set(null);
    this.trial.set(null);
    this.outcome.set(null);
    this.failure.set(null);
  }

  async template(tenantId: string): Promise<DownloadedFile | null> {
    this.failure.set(null);
    try {
      return await this.api.template(tenantId);
    } catch (error) {
      this.failure.set(toServiceError(error));
      return null;
    }
  }

  private async send(tenantId: string, dryRun: boolean): Promise<PeopleImport | null> {
    const file = this.chosen();
    if (file === null) return null;
    this.working.set(dryRun ? 'checking' : 'importing');
    this.failure.set(null);
    try {
      return await this.api.import(tenantId, file.content, file.type, dryRun);
    } catch (error) {
      this.failure.set(toServiceError(error));
      return null;
    } finally {
      this.working.set(null);
    }
  }
}

/** The type of a file by its name; null when it is none of people. */
export function peopleFileType(name: string): PeopleFileType | null {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'text/csv';
  return /\.json$/i.test(name) ? 'application/json' : null;
}

/** The rows with one outcome, or all of them. */
export function rowsWith(rows: readonly ImportedRow[], outcome: ImportOutcome | null): readonly ImportedRow[] {
  return outcome === null ? rows : rows.filter((row) => row.outcome === outcome);
}
