import { catalogueError } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/config';
import { keepOnce } from '../data-folder/keep-once';
import { ConflictError } from '../graph/graph-http-error';
import { readSecretKey, type SecretKey } from './secret-key';

/** A secret was to be kept and there is no key (409): the operator has to set one first. */
export class SecretKeyMissingError extends ConflictError {
  constructor() {
    const { code, message } = catalogueError('secretKeyMissing', []);
    super(message, { details: [{ code, message }] });
  }
}

/** A secret was encrypted with a key that the service was not given (409). */
export class SecretKeyUnknownError extends ConflictError {
  constructor(keyId: string) {
    super(
      `The secret was encrypted with the key ${keyId}, which the service does not have. Its operator has to add that key ` +
        'to FERRY_SECRET_KEY_PREVIOUS, or the secret has to be given again.',
      { details: [{ code: 'secretKeyUnknown', message: `The key ${keyId} is not among those that are set.` }] },
    );
  }
}

/**
 * The keys of the service: the first encrypts, all decrypt (ADR 0031). With an embedded database and no key given, one is
 * made when it is first needed and kept in the data folder, which belongs to one process.
 */
@Injectable()
export class SecretKeys {
  private kept: Promise<SecretKey> | null = null;

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'secretKey' | 'secretKeyPrevious' | 'databaseUrl' | 'dataDir'>,
  ) {}

  /** The key that encrypts. @throws SecretKeyMissingError */
  async current(): Promise<SecretKey> {
    const { secretKey, databaseUrl } = this.config;
    if (secretKey !== null) return secretKey;
    if (databaseUrl !== null) throw new SecretKeyMissingError();
    this.kept ??= this.keep();
    return this.kept;
  }

  /** The key with this id. @throws SecretKeyUnknownError */
  async withId(id: string): Promise<SecretKey> {
    const key = [...this.config.secretKeyPrevious, this.config.secretKey].find((given) => given?.id === id);
    if (key) return key;
    const current = this.config.databaseUrl === null ? await this.keptKey() : null;
    if (current?.id === id) return current;
    throw new SecretKeyUnknownError(id);
  }

  /** The key of the data folder decrypts on after an operator has set another one. */
  private keptKey(): Promise<SecretKey> {
    this.kept ??= this.keep();
    return this.kept;
  }

  private async keep(): Promise<SecretKey> {
    const file = join(this.config.dataDir, 'secrets', 'key');
    const key = readSecretKey((await keepOnce(file, async () => randomBytes(32).toString('base64'))).trim());
    if (key === null) throw new Error(`${file} does not hold a key of 256 bits.`);
    return key;
  }
}
