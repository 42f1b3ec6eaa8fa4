import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database';
import { Log } from '../logging/log';
import { seal, SecretDamagedError, unseal } from './sealed-secret';
import type { SecretKey } from './secret-key';
import { SecretKeyMissingError, SecretKeys, SecretKeyUnknownError } from './secret-keys';
import { placeText } from './secret-place';
import { type SealedSecret, SecretsRepository } from './secrets.repository';

const MOST_TOGETHER = 200;

/** At start, encrypts with the current key what was encrypted with an earlier one. Several processes share the work. */
@Injectable()
export class KeyRotation implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly keys: SecretKeys,
    private readonly secrets: SecretsRepository,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Nobody needs a key, and none is made, before there is something to encrypt.
    if ((await this.secrets.keyIdsBeside(null)).length === 0) return;
    const current = await this.current();
    if (current === null) return;
    const known: string[] = [];
    for (const id of await this.secrets.keyIdsBeside(current.id)) {
      if (await this.isKnown(id)) known.push(id);
      else this.log.warn('secrets cannot be opened: FERRY_SECRET_KEY_PREVIOUS lacks their key', { keyId: id });
    }
    if (known.length === 0) return;
    let rotated = 0;
    for (let batch = -1; batch !== 0; rotated += batch) batch = await this.rotateSome(current, known);
    this.log.info('secrets encrypted anew', { keyId: current.id, secrets: rotated });
  }

  private async current(): Promise<SecretKey | null> {
    try {
      return await this.keys.current();
    } catch (error) {
      if (!(error instanceof SecretKeyMissingError)) throw error;
      this.log.warn('secrets cannot be opened: FERRY_SECRET_KEY is not set');
      return null;
    }
  }

  private async isKnown(keyId: string): Promise<boolean> {
    try {
      await this.keys.withId(keyId);
      return true;
    } catch (error) {
      if (!(error instanceof SecretKeyUnknownError)) throw error;
      return false;
    }
  }

  private rotateSome(current: SecretKey, earlier: readonly string[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      const some = await this.secrets.lockSome(tx, earlier, MOST_TOGETHER);
      const renewed = [];
      for (const secret of some) {
        const place = placeText(secret);
        const text = this.textOf(secret, await this.keys.withId(secret.keyId));
        if (text !== null) renewed.push({ ...secret, keyId: current.id, sealed: seal(current, text, place) });
      }
      await this.secrets.put(tx, renewed);
      return renewed.length;
    });
  }

  /** The text of a secret; a damaged one stays as it is, and must not keep the service from starting. */
  private textOf(secret: SealedSecret, key: SecretKey): string | null {
    try {
      return unseal(key, secret.sealed, placeText(secret));
    } catch (error) {
      if (!(error instanceof SecretDamagedError)) throw error;
      const { holder, part } = secret;
      this.log.warn('secret damaged: it has to be given again', { holder: holder.kind, id: holder.id, part });
      return null;
    }
  }
}
