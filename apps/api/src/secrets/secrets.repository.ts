import { Injectable } from '@nestjs/common';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { secrets } from '../database/schema';
import type { SecretHolder, SecretPlace } from './secret-place';

/** A secret as it is kept. */
export interface SealedSecret extends SecretPlace {
  readonly keyId: string;
  readonly sealed: Uint8Array;
  readonly setAt: Date;
}

type Row = typeof secrets.$inferSelect;

/** Every statement about secrets. */
@Injectable()
export class SecretsRepository {
  constructor(private readonly database: Database) {}

  /** Writes secrets, replacing those that were kept at the same places. */
  async put(orm: Orm, sealed: readonly SealedSecret[]): Promise<void> {
    if (sealed.length === 0) return;
    await orm
      .insert(secrets)
      .values(
        sealed.map(({ tenantId, holder, part, keyId, sealed: bytes, setAt }) => ({
          tenantId,
          holderKind: holder.kind,
          holderId: holder.id,
          part,
          keyId,
          sealed: bytes,
          setAt,
        })),
      )
      .onConflictDoUpdate({
        target: [secrets.tenantId, secrets.holderKind, secrets.holderId, secrets.part],
        set: { keyId: sql`excluded.key_id`, sealed: sql`excluded.sealed`, setAt: sql`excluded.set_at` },
      });
  }

  /** The secrets of some holders of a tenant, all of one kind. */
  async of(
    orm: Orm,
    tenantId: string,
    kind: SecretHolder['kind'],
    ids: readonly string[] | null,
  ): Promise<SealedSecret[]> {
    const rows = await orm
      .select()
      .from(secrets)
      .where(
        and(
          eq(secrets.tenantId, tenantId),
          eq(secrets.holderKind, kind),
          ids ? sql`${secrets.holderId} = any(${sql.param([...ids])}::text[])` : undefined,
        ),
      );
    return rows.map(toSealed);
  }

  /** Forgets the secrets of a holder: all of them, or those of some parts. */
  async remove(orm: Orm, tenantId: string, holder: SecretHolder, parts?: readonly string[]): Promise<void> {
    await orm
      .delete(secrets)
      .where(
        and(
          eq(secrets.tenantId, tenantId),
          eq(secrets.holderKind, holder.kind),
          eq(secrets.holderId, holder.id),
          parts ? inArray(secrets.part, [...parts]) : undefined,
        ),
      );
  }

  /** Whether anything is encrypted with another key than this one. */
  async keyIdsBeside(keyId: string | null): Promise<string[]> {
    const rows = await this.database.orm
      .selectDistinct({ keyId: secrets.keyId })
      .from(secrets)
      .where(keyId === null ? undefined : ne(secrets.keyId, keyId));
    return rows.map((row) => row.keyId);
  }

  /** Locks some secrets that were encrypted with one of these keys; those that somebody else works on are left out. */
  async lockSome(orm: Orm, keyIds: readonly string[], limit: number): Promise<SealedSecret[]> {
    const rows = await orm
      .select()
      .from(secrets)
      .where(inArray(secrets.keyId, [...keyIds]))
      .limit(limit)
      .for('update', { skipLocked: true });
    return rows.map(toSealed);
  }
}

function toSealed({ tenantId, holderKind, holderId, part, keyId, sealed, setAt }: Row): SealedSecret {
  return { tenantId, holder: { kind: holderKind as SecretHolder['kind'], id: holderId }, part, keyId, sealed, setAt };
}
