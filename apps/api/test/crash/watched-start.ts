import { PGlite } from '@electric-sql/pglite';
import { promises as files } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import pg from 'pg';
import type { FaultPoints } from './fault-points';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

const FILE_WORK = ['cp', 'mkdir', 'open', 'rename', 'rm'] as const;
const STATEMENT_LENGTH = 70;

/**
 * Announces what a start does before there is anything else to watch: every file that it makes, and every statement of
 * the drivers, migrations among them. Answers the function that ends it.
 */
export function watchStart(points: FaultPoints, dataFolder: string): () => void {
  let watching = true;
  const around = (method: AnyFunction, nameOf: (args: unknown[]) => string | null): AnyFunction =>
    function (this: unknown, ...args: unknown[]) {
      const name = watching ? nameOf(args) : null;
      if (name === null) return method.apply(this, args);
      points.pass(`before ${name}`, 'start');
      const result = method.apply(this, args);
      if (!(result instanceof Promise)) return result;
      return result.then((value: unknown) => {
        if (watching) points.pass(`after ${name}`, 'start');
        return value;
      });
    };

  for (const name of FILE_WORK) {
    const work = files[name] as AnyFunction;
    const inFolder = ([path]: unknown[]): string | null =>
      String(path).startsWith(dataFolder) ? `${name} ${placeOf(String(path))}` : null;
    Object.assign(files, { [name]: around(work, name === 'cp' ? ([, to]) => inFolder([to]) : inFolder) });
  }
  syncBuiltinESMExports();

  const statement = ([text]: unknown[]): string | null => statementName(text);
  for (const driver of [PGlite.prototype, pg.Client.prototype] as unknown as Record<string, AnyFunction>[]) {
    for (const name of ['query', 'exec']) {
      const method = driver[name];
      if (method) driver[name] = around(method, statement);
    }
  }
  return () => {
    watching = false;
  };
}

/** The many folders of a copied database are one place. */
function placeOf(path: string): string {
  return path.includes('.part/') ? 'inside of pgdata.part' : basename(path);
}

/** The beginning of a statement; null for what only reads, and inside of transactions nothing is half done. */
function statementName(given: unknown): string | null {
  const text = typeof given === 'string' ? given : (given as { text?: unknown } | null)?.text;
  if (typeof text !== 'string') return null;
  const words = text.replace(/\s+/g, ' ').trim();
  if (/^(select|show|set|listen|unlisten)\b/i.test(words) && !/lock/i.test(words)) return null;
  return `statement "${words.slice(0, STATEMENT_LENGTH).replace(/[0-9a-f]{8,}|\d+/g, '#')}"`;
}
