import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { TenantKind } from '@ferry/contracts';
import { formatBytes, formatCount } from '../../format/numbers';
import { SessionStore } from '../../session/session-store';
import { PageTitle } from '../../shell/page-title';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { ConnectionFacts } from '../connection/connection-facts';
import { ConnectionTestCard } from '../connection/connection-test-card';
import { askSecret } from '../connection/replace-secret-dialog';
import type { TestedConnection } from '../data/connection-test-api';
import { EndpointStore } from '../data/endpoint-store';
import { ENDPOINT_DETAIL_TEXTS } from './endpoint-detail.texts';

/** A migration endpoint: where it leads, how mail is reached and whether that works, and what it allows. */
@Component({
  selector: 'ferry-endpoint-detail-page',
  imports: [Breadcrumb, ConnectionFacts, ConnectionTestCard, FailureNotice, Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './endpoint-detail-page.html',
  styleUrls: ['../facts.css', '../columns.css', './endpoint-detail-page.css'],
  providers: [EndpointStore],
  host: { class: 'page' },
})
export class EndpointDetailPage {
  readonly tenantId = input.required<string>();
  readonly name = input.required<string>();

  protected readonly store = inject(EndpointStore);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly announcer = inject(LiveAnnouncer);

  protected readonly texts = ENDPOINT_DETAIL_TEXTS;
  protected readonly canWrite = inject(SessionStore).canWrite;
  protected readonly crumbs = computed(() => [
    { label: this.texts.crumb, link: ['/tenants'] },
    { label: this.texts.own, link: ['/tenants', this.tenantId()] },
  ]);
  protected readonly isOfSandbox = computed(() => this.store.source()?.kind === TenantKind.Sandbox);
  /** The connection that is used: its own, or that of the source tenant. */
  protected readonly connection = computed(
    () => this.store.endpoint()?.services.Exchange ?? this.store.source()?.services.Exchange,
  );
  protected readonly isItsOwn = computed(() => this.store.endpoint()?.services.Exchange !== undefined);
  protected readonly tested = computed<TestedConnection>(() => ({
    of: 'endpoint',
    tenantId: this.tenantId(),
    name: this.name(),
  }));
  protected readonly limits = computed(() => {
    const { connections, itemsPerSecond, bytesPerSecond } = this.store.endpoint()?.limits ?? {};
    const { limits: texts } = this.texts;
    return [
      { name: texts.connections, value: this.limit(connections, formatCount), meaning: texts.connectionsMeaning },
      { name: texts.items, value: this.limit(itemsPerSecond, formatCount), meaning: texts.itemsMeaning },
      { name: texts.bytes, value: this.limit(bytesPerSecond, formatBytes), meaning: texts.bytesMeaning },
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const [tenantId, name] = [this.tenantId(), this.name()];
      title.say(name);
      untracked(() => void this.store.load(tenantId, name));
    });
  }

  protected async replaceSecret(): Promise<void> {
    const secret = await askSecret(this.dialogs);
    if (secret !== null && (await this.store.replaceSecret(secret))) {
      await this.announcer.announce(this.texts.secretReplaced);
    }
  }

  protected async remove(): Promise<void> {
    const { heading, ...question } = this.texts.removal;
    if (!(await isConfirmed(this.dialogs, { ...question, heading: heading(this.name()) }))) return;
    if (await this.store.remove()) await this.router.navigate(['/tenants', this.tenantId()]);
  }

  private limit(value: number | null | undefined, format: (value: number) => string): string {
    if (value === null || value === undefined) return this.texts.limits.asSettings;
    return value === 0 ? this.texts.limits.unlimited : format(value);
  }
}
