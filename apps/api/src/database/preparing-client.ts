import type pg from 'pg';
import { GuardedClient, type GuardedClientConfig } from './guarded-client';
import { StatementNames } from './statement-names';

/** What a connection is made with, and the names of statements that it shares with the others of its process. */
export interface PreparingClientConfig extends GuardedClientConfig {
  readonly statementNames?: StatementNames;
}

interface Statement {
  readonly text?: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

type AnyQuery = (statement: unknown, values?: unknown, callback?: unknown) => unknown;

/** SQLSTATE and place of "cached plan must not change result type". */
const OUTDATED_PLAN = { code: '0A000', routine: 'RevalidateCachedQuery' };

/** A connection that lets the server keep the plans of statements that come again and again. */
export class PreparingClient extends GuardedClient {
  private readonly names: StatementNames;

  constructor(config?: PreparingClientConfig) {
    super(config);
    this.names = config?.statementNames ?? new StatementNames();
    // Every layer above ends in this method; its many overloads are of no concern to what is done here.
    const query = this.query.bind(this) as AnyQuery;
    const prepared: AnyQuery = (statement, values, callback) => query(this.named(statement, values), values, callback);
    this.query = prepared as pg.Client['query'];
    this.onServerAnswer((error) => {
      if (isOutdatedPlan(error)) this.names.renewAll();
    });
  }

  /** The statement with its name, if it has parameters and comes often. */
  private named(statement: unknown, values: unknown): unknown {
    const { text, name, ...more }: Statement =
      typeof statement === 'string' ? { text: statement } : asStatement(statement);
    if (text === undefined || name !== undefined) return statement;
    const parameters = Array.isArray(values) ? values : more.values;
    if (!parameters || parameters.length === 0) return statement;
    const known = this.names.nameOf(text);
    return known === null ? statement : { ...more, text, name: known };
  }
}

/** Queries that send themselves are left alone. */
function asStatement(statement: unknown): Statement {
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return {};
  return statement;
}

function isOutdatedPlan(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === OUTDATED_PLAN.code && routine === OUTDATED_PLAN.routine;
}
