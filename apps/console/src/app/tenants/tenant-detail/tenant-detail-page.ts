import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { TenantKind } from '@ferry/contracts';
import { SessionStore } from '../../session/session-store';
import { PageTitle } from '../../shell/page-title';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { ConnectionFacts } from '../connection/connection-facts';
import { ConnectionTestCard } from '../connection/connection-test-card';
import type { TestedConnection } from '../data/connection-test-api';
import { TenantStore } from '../data/tenant-store';
import { KIND_FACES } from '../labels/kind-faces';
import { EndpointsCard } from './endpoints-card';
import { PeopleFiguresCard } from './people-figures-card';
import { TENANT_DETAIL_TEXTS } from './tenant-detail.texts';
import { TrustCard } from './trust-card';

/** A tenant: what it is, how its mail is reached, whether it is trusted, its endpoints and its people. */
@Component({
  selector: 'ferry-tenant-detail-page',
  imports: [
    Breadcrumb,
    ConnectionFacts,
    ConnectionTestCard,
    EndpointsCard,
    FailureNotice,
    Icon,
    MatButton,
    PeopleFiguresCard,
    Pill,
    RouterLink,
    Skeleton,
    TrustCard,
  ],
  templateUrl: './tenant-detail-page.html',
  styleUrls: ['../facts.css', '../columns.css'],
  providers: [TenantStore],
  host: { class: 'page' },
})
export class TenantDetailPage {
  readonly tenantId = input.required<string>();

  protected readonly store = inject(TenantStore);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  protected readonly texts = TENANT_DETAIL_TEXTS;
  protected readonly canWrite = this.session.canWrite;
  protected readonly ownId = computed(() => this.session.session()?.tenant.id ?? '');
  protected readonly crumbs = [{ label: this.texts.crumb, link: ['/tenants'] }];
  protected readonly isOfSandbox = computed(() => this.store.tenant()?.kind === TenantKind.Sandbox);
  protected readonly face = computed(() => KIND_FACES[this.store.tenant()?.kind ?? TenantKind.Open]);
  protected readonly withoutConnection = computed(() => {
    const { services } = this.texts;
    if (this.isOfSandbox()) return services.noneOfSandbox;
    return this.store.isOwn() ? services.noneOfOwn : services.noneOfSource;
  });
  protected readonly tested = computed<TestedConnection>(() => ({ of: 'tenant', tenantId: this.tenantId() }));
  protected readonly tenantName = (id: string) => this.store.tenantName(id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.tenantId();
      untracked(() => void this.store.load(id));
    });
    effect(() => {
      const name = this.store.tenant()?.displayName;
      if (name !== undefined) title.say(name);
    });
  }

  protected async remove(name: string): Promise<void> {
    const { removal } = this.texts;
    const text = this.store.isOwn()
      ? removal.own(this.store.people()?.people ?? 0, this.store.endpoints().length)
      : removal.source;
    const question = { heading: removal.heading(name), text, confirm: removal.confirm, keep: removal.keep };
    if (!(await isConfirmed(this.dialogs, question))) return;
    if (await this.store.remove()) await this.router.navigate(['/tenants']);
  }
}
