import { Component, computed, DOCUMENT, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { AuditAction } from '@ferry/contracts';
import { ServiceClock } from '../clock/service-clock';
import { formatExact } from '../format/dates';
import { saveFile } from '../http/downloaded-file';
import { ListKeys } from '../shortcuts/list-keys';
import { ShortcutTarget } from '../shortcuts/shortcut-target';
import { EmptyState } from '../ui/empty-state/empty-state';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Icon } from '../ui/icon/icon';
import { Skeleton } from '../ui/skeleton/skeleton';
import { auditLine } from './audit-lines';
import { AUDIT_ACTION_FACES, AUDIT_TEXTS } from './audit.texts';
import { auditParameters, type AuditQuery, narrows, readAuditQuery } from './data/audit-query';
import { AuditStore } from './data/audit-store';

/** Who did what over all jobs; what the address says is what is shown. */
@Component({
  selector: 'ferry-audit-page',
  imports: [EmptyState, FailureNotice, Icon, ListKeys, MatButton, RouterLink, ShortcutTarget, Skeleton],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
  providers: [AuditStore],
  host: { class: 'page' },
})
export class AuditPage {
  readonly actor = input<string>();
  readonly job = input<string>();
  readonly action = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly after = input<string>();

  protected readonly store = inject(AuditStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly clock = inject(ServiceClock);

  protected readonly texts = AUDIT_TEXTS;
  protected readonly exact = formatExact;
  protected readonly actions = Object.values(AuditAction).map((action) => ({ action, ...AUDIT_ACTION_FACES[action] }));
  protected readonly query = computed<AuditQuery>(() =>
    readAuditQuery({
      actor: this.actor(),
      job: this.job(),
      action: this.action(),
      from: this.from(),
      to: this.to(),
      after: this.after(),
    }),
  );
  protected readonly isNarrowed = computed(() => narrows(this.query()));
  protected readonly lines = computed(() => {
    const now = untracked(() => this.clock.now());
    return this.store.entries()?.map((entry) => auditLine(entry, now)) ?? null;
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => void this.store.show(query));
    });
  }

  protected change(part: Partial<Record<keyof AuditQuery, string>>): void {
    const query = readAuditQuery({ ...undefinedWhereNull(auditParameters(this.query())), after: undefined, ...part });
    void this.router.navigate(['/audit'], { queryParams: auditParameters(query) });
  }

  protected clear(): void {
    void this.router.navigate(['/audit']);
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value.trim() : '';
  }

  protected async export(): Promise<void> {
    const file = await this.store.file();
    if (file !== null) saveFile(file, this.document);
  }
}

function undefinedWhereNull(
  parameters: Record<keyof AuditQuery, string | null>,
): Record<keyof AuditQuery, string | undefined> {
  const { actor, job, action, from, to, after } = parameters;
  return {
    actor: actor ?? undefined,
    job: job ?? undefined,
    action: action ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    after: after ?? undefined,
  };
}
