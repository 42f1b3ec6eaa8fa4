import { readSecretKey } from './secret-key';
import { seal, SecretDamagedError, unseal } from './sealed-secret';

const hex = (digit: string) => digit.repeat(64);
const keyOf = (text: string) => {
  const key = readSecretKey(text);
  if (!key) throw new Error(`${text} is no key.`);
  return key;
};

describe('A key for secrets', () => {
  it('is read in hexadecimal and in Base64, and is the same in both', () => {
    const base64 = Buffer.alloc(32, 0xaa).toString('base64');
    expect(keyOf(hex('a'))).toEqual(keyOf(base64));
    expect(keyOf(base64.replace('=', ''))).toEqual(keyOf(base64));
    expect(keyOf(hex('a')).id).toMatch(/^[0-9a-f]{16}$/);
    expect(keyOf(hex('a')).id).not.toBe(keyOf(hex('b')).id);
  });

  it.each(['', 'secret', 'a'.repeat(63), 'g'.repeat(64), Buffer.alloc(31).toString('base64')])('is not %j', (text) => {
    expect(readSecretKey(text)).toBeNull();
  });
});

describe('A sealed secret', () => {
  const key = keyOf(hex('a'));

  it('is opened at its place by its key', () => {
    expect(unseal(key, seal(key, 'pässword ', 'here'), 'here')).toBe('pässword ');
  });

  it('is never the same twice, and does not show the secret', () => {
    const [one, other] = [seal(key, 'password', 'here'), seal(key, 'password', 'here')];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('password')).toBe(false);
  });

  it('is not opened at another place, by another key, or when one bit of it was changed', () => {
    const sealed = seal(key, 'password', 'here');
    expect(() => unseal(key, sealed, 'there')).toThrow(SecretDamagedError);
    expect(() => unseal(keyOf(hex('b')), sealed, 'here')).toThrow(SecretDamagedError);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal(key, changed, 'here')).toThrow(SecretDamagedError);
    }
    expect(() => unseal(key, sealed.subarray(0, 20), 'here')).toThrow(SecretDamagedError);
  });
});
