import { DrizzleQueryError } from 'drizzle-orm';
import { databaseTroubleOf, reasonOf } from './database-trouble';

const SECRET = 'correct horse battery staple';
const failed = (cause: Error) => new DrizzleQueryError('insert into secrets values ($1)', [SECRET], cause);
const withCode = (code: string, message = 'It went wrong.') => Object.assign(new Error(message), { code });

describe('reasonOf', () => {
  it('never tells what a statement was about, also where another error wraps it', () => {
    const error = failed(withCode('23505', 'duplicate key value violates unique constraint "secrets_pkey"'));
    expect(reasonOf(error)).toBe('duplicate key value violates unique constraint "secrets_pkey"');
    expect(reasonOf(failed(error))).not.toContain(SECRET);
  });

  it('tells the words of any other error', () => {
    expect(reasonOf(new Error('The host is unknown.'))).toBe('The host is unknown.');
    expect(reasonOf('gone')).toBe('gone');
  });
});

describe('databaseTroubleOf', () => {
  it.each([
    ['53100', 'diskFull'],
    ['ENOSPC', 'diskFull'],
    ['ECONNREFUSED', 'unavailable'],
    ['57P01', 'unavailable'],
    ['25P03', 'unavailable'],
    ['23505', null],
  ])('takes %s of a statement for %s', (code, trouble) => {
    expect(databaseTroubleOf(failed(withCode(code)))).toBe(trouble);
  });

  it('takes nothing of a store for a trouble of the database', () => {
    expect(databaseTroubleOf(withCode('ECONNREFUSED'))).toBeNull();
  });
});
