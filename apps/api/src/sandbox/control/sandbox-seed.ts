import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SandboxSeedRepository } from './sandbox-seed.repository';

/** Puts the sandbox tenants, their endpoints and their people into the directory; at every start, with the same result. */
@Injectable()
export class SandboxSeed implements OnModuleInit {
  constructor(private readonly repository: SandboxSeedRepository) {}

  async onModuleInit(): Promise<void> {
    await this.plant();
  }

  /** Puts them there again, whatever became of them. */
  async plant(): Promise<void> {
    await this.repository.seed();
  }
}
