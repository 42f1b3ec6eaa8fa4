import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Orm } from '../../src/database/database';
import type { FaultPoints } from './fault-points';
import { reachedFrom } from './reached-from';

type AnyFunction = (...args: unknown[]) => unknown;

/** Statements that leave something behind; one that only reads cannot be half done. */
const WRITES: ReadonlySet<string | symbol> = new Set(['insert', 'update', 'delete', 'execute']);
const LIFECYCLE: ReadonlySet<string | symbol> = new Set(['listen', 'beginWork', 'close']);

/** What is written here right behind a write at the target: the place at which an item could be lost or doubled. */
const LEDGER = 'SlicesRepository.record';

const transactions = new AsyncLocalStorage<string>();

/** The transaction that is under way; its work has no name of its own in a stack. */
export function currentTransaction(): string {
  const name = transactions.getStore();
  return name === undefined ? '' : ` in ${name}`;
}

/** The same database, with every transaction and every single statement announced. */
export function watchedDatabase(database: Database, points: FaultPoints): Database {
  const orm = watchedOrm(database.orm, points);
  const transaction = <T>(work: (tx: Orm) => Promise<T>): Promise<T> => {
    const from = reachedFrom(transaction);
    points.pass('before begin', from);
    const result = database.transaction(async (tx) => {
      points.pass('after begin', from);
      const worked = await transactions.run(from, () => work(tx));
      points.pass('before commit', from);
      return worked;
    });
    return result.then((worked) => {
      points.pass('after commit', from);
      return worked;
    });
  };
  return new Proxy(database, {
    get(target, name) {
      if (name === 'orm') return orm;
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as AnyFunction;
      if (!LIFECYCLE.has(name)) return call;
      return (...args: unknown[]) => points.around(`database.${String(name)}`, '', async () => call(...args));
    },
  });
}

function watchedOrm(orm: Orm, points: FaultPoints): Orm {
  return new Proxy(orm, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as AnyFunction;
      if (!WRITES.has(name)) return call;
      const statement: AnyFunction = (...args) =>
        watchedStatement(call(...args) as object, points, reachedFrom(statement));
      return statement;
    },
  });
}

/** A statement runs when somebody waits for it; who asked for it is known only where it is put together. */
function watchedStatement(statement: object, points: FaultPoints, from: string): object {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as AnyFunction;
      if (name !== 'then') {
        return (...args: unknown[]) => {
          const next = call(...args);
          return typeof next === 'object' && next !== null ? watchedStatement(next, points, from) : next;
        };
      }
      return (resolve: AnyFunction, reject: AnyFunction) => {
        points.pass(from.startsWith(LEDGER) ? 'between write at target and its ledger row' : 'before statement', from);
        return call((result: unknown) => {
          points.pass('after statement', from);
          return resolve(result);
        }, reject);
      };
    },
  });
}
