import { type PersonItem, TenantKind, type Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { BadRequestError, ConflictError } from '../graph/graph-http-error';
import { isGuid } from '../jobs/job-key';
import { ItemCursorError, SandboxItems } from '../sandbox/sandbox-items';
import { TenantsService } from '../tenants/tenants.service';

/** Whose items, and in which workload. */
export interface ItemsOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly service: Workload;
}

/** A page of items. */
export interface ItemsPage {
  readonly items: PersonItem[];
  readonly count: number;
  readonly next: string | null;
}

/** Lists what people have, on either side. */
@Injectable()
export class PersonItemsService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly sandbox: SandboxItems,
  ) {}

  /** @throws TenantNotFoundError, ConflictError for a tenant that is none of the sandbox */
  async page(
    callerTenantId: string,
    { tenantId, personId, service }: ItemsOwner,
    token: string | null,
    limit: number,
  ): Promise<ItemsPage> {
    const { id, kind } = await this.tenants.require(callerTenantId, tenantId);
    if (kind !== TenantKind.Sandbox) {
      throw new ConflictError('Only of people in tenants of the sandbox can be listed what they have.');
    }
    if (!isGuid(personId))
      throw new BadRequestError('The person is named by an object id, a GUID.', { target: 'person' });
    try {
      return await this.sandbox.list(id, personId, service, token, limit);
    } catch (error) {
      if (!(error instanceof ItemCursorError)) throw error;
      throw new BadRequestError('skiptoken does not belong to this list. Follow nextLink as it is.', {
        target: 'skiptoken',
      });
    }
  }
}
