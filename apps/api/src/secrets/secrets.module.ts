import { Module } from '@nestjs/common';
import { KeyRotation } from './key-rotation';
import { SecretKeys } from './secret-keys';
import { SecretsRepository } from './secrets.repository';
import { SecretsService } from './secrets.service';

/** Passwords and client secrets, encrypted. */
@Module({
  providers: [KeyRotation, SecretKeys, SecretsRepository, SecretsService],
  exports: [SecretsService],
})
export class SecretsModule {}
