import { type ImportedPerson, type ImportedRow, ImportOutcome } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Database, type Orm } from '../../database/database';
import { type NewSecret, SecretsService } from '../../secrets/secrets.service';
import { PeopleRepository, type PersonRecord } from '../people.repository';
import { SOURCE_PASSWORD, TARGET_PASSWORD } from '../person.mapper';
import { mergedPerson, missingMembers } from './merged-person';

/** A row that may be written. */
export interface RowToWrite {
  readonly line: number;
  readonly person: ImportedPerson;
}

/** Compares rows with the people who are there, and writes what is different, each batch in one transaction. */
@Injectable()
export class PeopleBatches {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly secrets: SecretsService,
  ) {}

  /** What became of each row; in a dry run, what would. No person may be in a batch twice. */
  async write(tenantId: string, rows: readonly RowToWrite[], dryRun: boolean): Promise<ImportedRow[]> {
    if (rows.length === 0) return [];
    return this.database.transaction(async (tx) => {
      const ids = rows.map(({ person }) => person.id.toLowerCase());
      const before = await this.people.lockAll(tx, tenantId, ids);
      const passwords = await this.newPasswords(tx, tenantId, rows);
      const records: PersonRecord[] = [];
      const outcomes = rows.map(({ line, person }): ImportedRow => {
        const id = person.id.toLowerCase();
        const was = before.get(id) ?? null;
        const missing = missingMembers(person, was);
        if (missing.length > 0) {
          passwords.delete(id);
          return { line, id, outcome: ImportOutcome.Refused, faults: missing.map(missingFault) };
        }
        const record = mergedPerson(tenantId, person, was);
        const isSame = was !== null && isDeepStrictEqual(record, was);
        if (!isSame) records.push(record);
        return { line, id, outcome: outcomeOf(was, isSame && !passwords.has(id)), faults: [] };
      });
      if (!dryRun) {
        await this.people.put(tx, records);
        await this.secrets.put(tx, [...passwords.values()].flat());
      }
      return outcomes;
    });
  }

  /** By person, the passwords that differ from those that are kept; even a dry run says if none could be. */
  private async newPasswords(
    tx: Orm,
    tenantId: string,
    rows: readonly RowToWrite[],
  ): Promise<Map<string, NewSecret[]>> {
    const given = rows.flatMap(({ person }) => passwordsOf(tenantId, person));
    if (given.length === 0) return new Map();
    await this.secrets.requireKey();
    const ids = [...new Set(given.map(({ holder }) => holder.id))];
    const kept = await this.secrets.readable(tx, tenantId, 'person', ids);
    const different = given.filter(({ holder, part, text }) => kept.get(holder.id)?.get(part) !== text);
    return Map.groupBy(different, ({ holder }) => holder.id);
  }
}

function passwordsOf(tenantId: string, { id, sourcePassword, targetPassword }: ImportedPerson): NewSecret[] {
  const holder = { kind: 'person', id: id.toLowerCase() } as const;
  const secretOf = (part: string, text: string | undefined): NewSecret[] =>
    text === undefined ? [] : [{ tenantId, holder, part, text }];
  return [...secretOf(SOURCE_PASSWORD, sourcePassword), ...secretOf(TARGET_PASSWORD, targetPassword)];
}

function outcomeOf(was: PersonRecord | null, isSame: boolean): ImportOutcome {
  if (was === null) return ImportOutcome.Created;
  return isSame ? ImportOutcome.Unchanged : ImportOutcome.Changed;
}

function missingFault(column: string) {
  return { column, message: `${column} is missing, and nobody with this id is known yet.` };
}
