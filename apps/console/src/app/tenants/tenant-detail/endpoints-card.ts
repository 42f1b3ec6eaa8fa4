import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { MigrationEndpoint } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { ListKeys } from '../../shortcuts/list-keys';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { Icon } from '../../ui/icon/icon';
import { TENANT_DETAIL_TEXTS } from './tenant-detail.texts';

/** The endpoints of one's own tenant, or those that lead to a source. */
@Component({
  selector: 'ferry-endpoints-card',
  imports: [EmptyState, Icon, ListKeys, MatButton, RouterLink],
  templateUrl: './endpoints-card.html',
  styleUrls: ['../table.css', './endpoints-card.css'],
})
export class EndpointsCard {
  readonly endpoints = input.required<readonly MigrationEndpoint[]>();
  /** The tenant where endpoints are kept. */
  readonly ownId = input.required<string>();
  /** The tenant whose page it is. */
  readonly tenantId = input.required<string>();
  readonly hasSources = input.required<boolean>();
  readonly canWrite = input.required<boolean>();
  readonly tenantName = input.required<(id: string) => string>();

  protected readonly texts = TENANT_DETAIL_TEXTS.endpoints;
  protected readonly isOwn = computed(() => this.ownId() === this.tenantId());
  protected readonly explanation = computed(() =>
    this.isOwn() ? this.texts.explanationOwn : this.texts.explanationSource,
  );
  /** The source is chosen already where the page is that of one. */
  protected readonly query = computed(() => (this.isOwn() ? {} : { source: this.tenantId() }));
  protected readonly lines = computed(() =>
    this.endpoints().map(({ name, sourceTenantId, services, limits }) => ({
      name,
      source: this.tenantName()(sourceTenantId),
      mail: services.Exchange ? `${services.Exchange.host}:${services.Exchange.port}` : this.texts.asTenant,
      connections:
        limits.connections === null || limits.connections === undefined
          ? this.texts.asSettings
          : formatCount(limits.connections),
    })),
  );
}
