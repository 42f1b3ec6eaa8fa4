import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { seal, SecretDamagedError, unseal } from './sealed-secret';
import { SecretKeys, SecretKeyUnknownError } from './secret-keys';
import { placeText, type SecretHolder, type SecretPlace } from './secret-place';
import { type SealedSecret, SecretsRepository } from './secrets.repository';

/** A secret that is to be kept. */
export interface NewSecret extends SecretPlace {
  readonly text: string;
}

/** By holder and part, when secrets were given. */
export type SecretDates = ReadonlyMap<string, ReadonlyMap<string, Date>>;

/** Keeps secrets encrypted, and opens them for whoever signs in with them; no answer of the API ever holds one. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly database: Database,
    private readonly keys: SecretKeys,
    private readonly secrets: SecretsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** Encrypts secrets and keeps them. @throws SecretKeyMissingError */
  async put(orm: Orm, wanted: readonly NewSecret[]): Promise<void> {
    if (wanted.length === 0) return;
    const key = await this.keys.current();
    const setAt = this.clock.now();
    const sealed = wanted.map(({ text, ...place }) => ({
      ...place,
      keyId: key.id,
      sealed: seal(key, text, placeText(place)),
      setAt,
    }));
    await this.secrets.put(orm, sealed);
  }

  /** Makes sure that secrets can be kept. @throws SecretKeyMissingError */
  async requireKey(): Promise<void> {
    await this.keys.current();
  }

  /** The same as {@link open}, without those that cannot be opened: for whoever replaces them anyway. */
  async readable(
    orm: Orm,
    tenantId: string,
    kind: SecretHolder['kind'],
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    return this.texts(await this.secrets.of(orm, tenantId, kind, ids), (error) => {
      if (!(error instanceof SecretKeyUnknownError) && !(error instanceof SecretDamagedError)) throw error;
    });
  }

  /** The texts of some holders of one kind, by holder and part. @throws SecretKeyUnknownError, SecretDamagedError */
  async open(
    orm: Orm,
    tenantId: string,
    kind: SecretHolder['kind'],
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    return this.texts(await this.secrets.of(orm, tenantId, kind, ids), (error) => {
      throw error;
    });
  }

  /** When the secrets of holders of one kind were given; of all holders of a tenant where none are named. */
  async dates(
    tenantId: string,
    kind: SecretHolder['kind'],
    ids: readonly string[] | null = null,
  ): Promise<SecretDates> {
    const dates = new Map<string, Map<string, Date>>();
    for (const { holder, part, setAt } of await this.secrets.of(this.database.orm, tenantId, kind, ids)) {
      dates.set(holder.id, (dates.get(holder.id) ?? new Map<string, Date>()).set(part, setAt));
    }
    return dates;
  }

  /** Forgets the secrets of a holder: all of them, or those of some parts. */
  async remove(orm: Orm, tenantId: string, holder: SecretHolder, parts?: readonly string[]): Promise<void> {
    if (parts?.length === 0) return;
    await this.secrets.remove(orm, tenantId, holder, parts);
  }

  private async texts(
    sealed: readonly SealedSecret[],
    onFailure: (error: unknown) => void,
  ): Promise<Map<string, Map<string, string>>> {
    const opened = new Map<string, Map<string, string>>();
    for (const secret of sealed) {
      const { holder, part } = secret;
      try {
        const text = unseal(await this.keys.withId(secret.keyId), secret.sealed, placeText(secret));
        opened.set(holder.id, (opened.get(holder.id) ?? new Map<string, string>()).set(part, text));
      } catch (error) {
        onFailure(error);
      }
    }
    return opened;
  }
}
