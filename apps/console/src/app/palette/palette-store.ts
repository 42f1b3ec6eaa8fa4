import { computed, inject, Service, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { CrossTenantMigrationJob, ErrorEntry, Person } from '@ferry/contracts';
import { catchError, forkJoin, map, type Observable, of, startWith, switchMap, timer } from 'rxjs';
import { JOB_STATUS_FACES } from '../jobs/labels/job-status-faces';
import { SessionStore } from '../session/session-store';
import { ShellDialogs } from '../shell/shell-dialogs';
import { PaletteActions } from './palette-actions';
import { PaletteApi } from './palette-api';
import { isMeant, PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from './palette-item';

/** How long nobody types before the service is asked. */
const PAUSE_MILLISECONDS = 150;
/** One letter finds half of everything. */
const SHORTEST_SEARCH = 2;

/** What the service found for a text. */
interface Found {
  readonly text: string;
  readonly state: 'searching' | 'found' | 'failed';
  readonly items: readonly PaletteItem[];
}

const NOTHING: Found = { text: '', state: 'found', items: [] };

/** What is found for what is typed: pages and actions at once, jobs and people as soon as the service has answered. */
@Service({ autoProvided: false })
export class PaletteStore {
  private readonly api = inject(PaletteApi);
  private readonly local = inject(PaletteActions);
  private readonly router = inject(Router);
  private readonly dialogs = inject(ShellDialogs);
  private readonly tenantId = inject(SessionStore).session()?.tenant.id;
  private readonly typed = signal('');
  private readonly found = toSignal(toObservable(this.typed).pipe(switchMap((text) => this.search(text))), {
    initialValue: NOTHING,
  });

  readonly text = this.typed.asReadonly();
  readonly searching = computed(() => this.found().state === 'searching');
  readonly failed = computed(() => this.found().state === 'failed');
  readonly groups = computed(() => {
    const items = this.items();
    return PALETTE_GROUPS.map((group) => ({ group, items: items.filter((item) => item.group === group) })).filter(
      (listed) => listed.items.length > 0,
    );
  });
  /** All of them, in the order in which they are listed. */
  readonly items = computed<readonly PaletteItem[]>(() => {
    const known = [...this.local.pages(), ...this.local.actions()].filter((item) => isMeant(item, this.typed().trim()));
    const all = [...this.found().items, ...known];
    return PALETTE_GROUPS.flatMap((group: PaletteGroup) => all.filter((item) => item.group === group));
  });

  type(text: string): void {
    this.typed.set(text);
  }

  private search(typed: string): Observable<Found> {
    const text = typed.trim();
    const tenantId = this.tenantId;
    if (text.length < SHORTEST_SEARCH || tenantId === undefined) return of(NOTHING);
    return timer(PAUSE_MILLISECONDS).pipe(
      switchMap(() => forkJoin([this.api.jobs(text), this.api.people(tenantId, text), this.api.codes(text)])),
      map(([jobs, people, codes]): Found => {
        const items = [
          ...jobs.map((job) => this.job(job)),
          ...people.map((person) => this.person(tenantId, person)),
          ...codes.map((entry) => this.code(entry)),
        ];
        return { text, state: 'found', items };
      }),
      catchError(() => of<Found>({ text, state: 'failed', items: [] })),
      // What was found before stays until there is something newer, so that nothing jumps with each letter.
      startWith<Found>({ text, state: 'searching', items: this.found().items }),
    );
  }

  private job({ id, displayName, status }: CrossTenantMigrationJob): PaletteItem {
    const { label, icon } = JOB_STATUS_FACES[status];
    const run = () => void this.router.navigate(['/jobs', id]);
    return { key: `job ${id}`, group: 'jobs', label: displayName, detail: label, icon, run };
  }

  private person(tenantId: string, { id, displayName, mail }: Person): PaletteItem {
    const queryParams = { search: displayName, person: id };
    const run = () => void this.router.navigate(['/tenants', tenantId, 'people'], { queryParams });
    return { key: `person ${id}`, group: 'people', label: displayName, detail: mail, icon: 'user', run };
  }

  private code(entry: ErrorEntry): PaletteItem {
    const run = () => void this.dialogs.openErrorCode(entry);
    return { key: entry.code, group: 'codes', label: entry.code, detail: entry.title, icon: 'alert-triangle', run };
  }
}
