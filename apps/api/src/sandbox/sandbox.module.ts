import { Module } from '@nestjs/common';
import { SandboxItems } from './sandbox-items';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { SandboxStores } from './sandbox-stores';

/** The sandbox tenants: where their content is, and what their people have. */
@Module({
  providers: [SandboxItemsRepository, SandboxStores, SandboxItems],
  exports: [SandboxStores, SandboxItems],
})
export class SandboxModule {}
