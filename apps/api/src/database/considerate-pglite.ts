import type { PGlite } from '@electric-sql/pglite';
import { setImmediate } from 'node:timers/promises';

const STATEMENTS: ReadonlySet<string | symbol> = new Set(['query', 'exec', 'transaction']);

/**
 * The same database, with a turn of the event loop before each statement. PGlite answers without any I/O, so a busy
 * engine would go from promise to promise and no request would be served until it is done: seconds, when measured.
 * `onError` hears of every statement that fails.
 */
export function considerate(pglite: PGlite, onError: (error: unknown) => void = () => undefined): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!STATEMENTS.has(name)) return value.bind(target) as unknown;
      return async (...args: unknown[]): Promise<unknown> => {
        await setImmediate();
        try {
          return (await value.apply(target, args)) as unknown;
        } catch (error) {
          onError(error);
          throw error;
        }
      };
    },
  });
}
