import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TenantKind } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { SessionStore } from '../../session/session-store';
import { ListKeys } from '../../shortcuts/list-keys';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { TenantListStore } from '../data/tenant-list-store';
import { KIND_FACES } from '../labels/kind-faces';
import { TENANT_LIST_TEXTS } from './tenant-list.texts';

/** The tenants that one's own tenant knows. */
@Component({
  selector: 'ferry-tenant-list-page',
  imports: [EmptyState, FailureNotice, Icon, ListKeys, MatButton, Pill, RouterLink, Skeleton],
  templateUrl: './tenant-list-page.html',
  styleUrls: ['../table.css', './tenant-list-page.css'],
  providers: [TenantListStore],
  host: { class: 'page' },
})
export class TenantListPage {
  protected readonly store = inject(TenantListStore);
  protected readonly canWrite = inject(SessionStore).canWrite;
  protected readonly texts = TENANT_LIST_TEXTS;
  protected readonly lines = computed(() =>
    this.store.rows()?.map(({ tenant, isOwn, endpoints, people }) => {
      const { Exchange: mail } = tenant.services;
      const made = tenant.kind === TenantKind.Sandbox ? this.texts.sandboxContent : this.texts.noConnection;
      return {
        tenant,
        isOwn,
        face: KIND_FACES[tenant.kind],
        mail: mail ? `${mail.host}:${mail.port}` : made,
        endpoints: formatCount(endpoints),
        endpointUnit: endpoints === 1 ? this.texts.units.endpoint : this.texts.units.endpoints,
        people: people === null ? null : formatCount(people.people),
        personUnit: people?.people === 1 ? this.texts.units.person : this.texts.units.people,
      };
    }),
  );
}
