import type { DrivenTrouble, SandboxTrouble } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { bodyRefusal } from '../../graph/body-fault';
import { SandboxTroublesRepository } from '../troubles/sandbox-troubles.repository';
import { troubleFaults } from '../troubles/trouble-faults';
import { newTrouble, toDrivenTrouble } from '../troubles/trouble.mapper';

/** Drives what goes wrong in a rehearsal. It is kept in the database, so every process and every restart knows of it. */
@Injectable()
export class TroubleControl {
  constructor(
    private readonly database: Database,
    private readonly troubles: SandboxTroublesRepository,
  ) {}

  async list(tenantId: string): Promise<DrivenTrouble[]> {
    return (await this.troubles.list(tenantId)).map(toDrivenTrouble);
  }

  /** Lets go wrong what is wanted, and nothing that was wanted before; 422 when something of it cannot be. */
  async drive(tenantId: string, wanted: readonly SandboxTrouble[]): Promise<DrivenTrouble[]> {
    const faults = troubleFaults(tenantId, wanted);
    if (faults.length > 0) throw bodyRefusal(faults);
    await this.database.transaction((tx) => this.troubles.replace(tx, tenantId, wanted.map(newTrouble)));
    return this.list(tenantId);
  }

  /** Lets nothing go wrong any more, but what the people of the sandbox are seeded with. */
  async clear(tenantId: string): Promise<void> {
    await this.database.transaction((tx) => this.troubles.replace(tx, tenantId, []));
  }
}
