import type { PersonItem, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { BadRequestError } from '../graph/graph-http-error';
import { isGuid } from '../jobs/job-key';
import { ItemCursorError, SandboxItems } from '../sandbox/sandbox-items';

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
  constructor(private readonly sandbox: SandboxItems) {}

  async page({ tenantId, personId, service }: ItemsOwner, token: string | null, limit: number): Promise<ItemsPage> {
    if (!isGuid(personId))
      throw new BadRequestError('The person is named by an object id, a GUID.', { target: 'person' });
    try {
      return await this.sandbox.list(tenantId, personId, service, token, limit);
    } catch (error) {
      if (!(error instanceof ItemCursorError)) throw error;
      throw new BadRequestError('skiptoken does not belong to this list. Follow nextLink as it is.', {
        target: 'skiptoken',
      });
    }
  }
}
