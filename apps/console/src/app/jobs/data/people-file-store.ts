import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { type MatchedPerson, MOST_NAMES } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { isOpen, type JudgedRow, judgeRows, mayStay, peopleOfRows } from './job-draft/judged-rows';
import {
  type FileFault,
  type FileRow,
  type PeopleFile,
  readPeopleFile,
  type RowDecision,
} from './job-draft/people-file';
import { JobDraftStore } from './job-draft-store';
import { TenantsApi } from '../../tenants/data/tenants-api';

/** The longest name that can be looked up; a longer one is no address and no id. */
const LONGEST_NAME = 320;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A list of people: whom its rows mean, what is wrong with them, and what was decided. */
@Service({ autoProvided: false })
export class PeopleFileStore {
  private readonly api = inject(TenantsApi);
  private readonly drafts = inject(JobDraftStore);
  private readonly session = inject(SessionStore).session;

  private readonly matches = signal<ReadonlyMap<string, readonly MatchedPerson[]>>(new Map());
  private readonly unreadable = signal<FileFault | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly asking = signal(false);

  /** Why the last list could not be read at all. */
  readonly fileFault = this.unreadable.asReadonly();
  /** Why nobody could be looked up. */
  readonly error = this.failure.asReadonly();
  readonly loading = this.asking.asReadonly();
  readonly file = computed(() => this.drafts.draft().file);
  readonly rows = computed<readonly JudgedRow[]>(() => judgeRows(this.file()?.rows ?? [], this.matches()));
  readonly faulty = computed(() => this.rows().filter(({ fault }) => fault !== null));
  readonly leftOut = computed(() => this.rows().filter(({ row }) => row.decision === 'leftOut'));
  /** Rows that somebody still has to mend, keep or leave out. */
  readonly open = computed(() => this.rows().filter(isOpen));
  readonly people = computed(() => peopleOfRows(this.rows()));
  /** Everybody who was looked up, by object id. */
  readonly known = computed(
    () => new Map([...this.matches().values()].flat().map((person) => [person.id, person] as const)),
  );
  private readonly unknownNames = computed(() => {
    const names = new Set(this.rows().map(({ row }) => row.person.toLowerCase()));
    return [...names].filter((name) => !this.matches().has(name) && canBeLookedUp(name));
  });

  constructor() {
    effect(() => {
      if (this.unknownNames().length > 0) untracked(() => void this.lookUp());
    });
  }

  read(text: string, name: string | null): void {
    const reading = readPeopleFile(text, name);
    this.unreadable.set('fault' in reading ? reading.fault : null);
    if ('file' in reading) this.drafts.change({ origin: 'file', file: reading.file, leftOut: [] });
  }

  /** Takes the list away. */
  clear(): void {
    this.unreadable.set(null);
    this.drafts.change({ file: null, leftOut: [] });
  }

  /** Writes another id or address into a row; what was decided about it before no longer holds. */
  mend(row: FileRow, person: string): void {
    this.changeRows((each) =>
      each === row ? { ...each, person: person.trim(), mail: null, isTooLong: false, decision: null } : each,
    );
  }

  decide(row: FileRow, decision: RowDecision | null): void {
    this.changeRows((each) => (each === row ? { ...each, decision } : each));
  }

  leaveOutOpen(): void {
    const open = new Set(this.open().map(({ row }) => row));
    this.changeRows((row) => (open.has(row) ? { ...row, decision: 'leftOut' } : row));
  }

  /** Keeps those whose fault may be gone by the time that the job runs. */
  keepOpen(): void {
    const keepable = this.open().filter(({ fault }) => fault !== null && mayStay(fault));
    const rows = new Set(keepable.map(({ row }) => row));
    this.changeRows((row) => (rows.has(row) ? { ...row, decision: 'kept' } : row));
  }

  /** Asks for those who are not known yet, and again for everybody with `anew`. */
  async lookUp(anew = false): Promise<void> {
    const tenantId = this.session()?.tenant.id;
    if (tenantId === undefined || this.asking()) return;
    if (anew) this.matches.set(new Map());
    this.failure.set(null);
    this.asking.set(true);
    try {
      for (let names = this.unknownNames(); names.length > 0; names = this.unknownNames()) {
        const found = await this.api.lookUp(tenantId, names.slice(0, MOST_NAMES));
        this.matches.update(
          (known) => new Map([...known, ...found.map(({ name, people }) => [name, people] as const)]),
        );
      }
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.asking.set(false);
    }
  }

  private changeRows(change: (row: FileRow) => FileRow): void {
    const file: PeopleFile | null = this.file();
    if (file !== null) this.drafts.change({ file: { ...file, rows: file.rows.map(change) } });
  }
}

function canBeLookedUp(name: string): boolean {
  return name !== '' && name.length <= LONGEST_NAME && !UNPRINTABLE.test(name);
}
