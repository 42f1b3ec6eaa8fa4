import { Module } from '@nestjs/common';
import { SandboxItems } from './sandbox-items';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { SandboxStores } from './sandbox-stores';
import { SandboxTroubles } from './troubles/sandbox-troubles';
import { SandboxTroublesRepository } from './troubles/sandbox-troubles.repository';

/** The sandbox tenants: where their content is, and what their people have. */
@Module({
  providers: [SandboxItemsRepository, SandboxStores, SandboxItems, SandboxTroubles, SandboxTroublesRepository],
  exports: [SandboxStores, SandboxItems, SandboxTroubles, SandboxTroublesRepository],
})
export class SandboxModule {}
