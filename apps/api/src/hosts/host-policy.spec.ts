import type { LookupAddress } from 'node:dns';
import { canonicalHost } from './canonical-host';
import { HostPolicy, HostRefusedError } from './host-policy';

const strict = new HostPolicy({ privateHosts: 'refuse' });
const lenient = new HostPolicy({ privateHosts: 'allow' });

/** A policy whose names lead to the given addresses. */
function leadingTo(privateHosts: 'allow' | 'refuse', ...addresses: readonly string[]): HostPolicy {
  const found = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  return new HostPolicy({ privateHosts }, (_hostname, _options, callback) => callback(null, found));
}

describe('The spelling of a host', () => {
  it.each([
    ['Mail.Contoso.Example', 'mail.contoso.example'],
    ['mail.contoso.example.', 'mail.contoso.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['127.0.0.1.', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0x7f.0.0.1', '127.0.0.1'],
    ['0177.0.0.01', '127.0.0.1'],
    ['０１２７.0.0.1', '87.0.0.1'],
    ['[::1]', '::1'],
    ['::FFFF:127.0.0.1', '::ffff:7f00:1'],
  ])('of %s is %s', (given, expected) => {
    expect(canonicalHost(given)).toBe(expected);
  });

  it.each(['', '.', 'a b', 'user@host', 'host/path', 'host:143', '127%2e0.0.1', '1.2.3.256', '[::1', 'a?b', 'a#b'])(
    'is not found for %j',
    (given) => {
      expect(canonicalHost(given)).toBeNull();
    },
  );
});

describe('The policy for hosts', () => {
  it.each([
    '169.254.169.254',
    '2852039166',
    '0xa9.254.0xa9fe',
    'metadata.google.internal.',
    'METADATA',
    '[fe80::1]',
    '0',
  ])('refuses %s always', (host) => {
    expect(() => lenient.check(host)).toThrow(HostRefusedError);
    expect(() => strict.check(host)).toThrow(HostRefusedError);
  });

  it.each(['localhost', 'mail.localhost', '127.1', '10.1.2.3', '[::1]', '[::ffff:10.0.0.1]', '0300.0250.1.1'])(
    'refuses %s unless private hosts are allowed',
    (host) => {
      expect(() => strict.check(host)).toThrow('FERRY_PRIVATE_HOSTS=allow');
      expect(lenient.check(host)).toBe(canonicalHost(host));
    },
  );

  it('takes public names and addresses', () => {
    expect(strict.check('imap.contoso.example')).toBe('imap.contoso.example');
    expect(strict.check('[2001:4860:4860::8888]')).toBe('2001:4860:4860::8888');
  });

  it('looks at the addresses that a name leads to, at every connection', async () => {
    await expect(leadingTo('refuse', '10.0.0.1').resolve('mail.example')).rejects.toThrow('It leads to 10.0.0.1.');
    await expect(leadingTo('allow', '169.254.169.254').resolve('mail.example')).rejects.toThrow('always refused');
    await expect(leadingTo('refuse', '8.8.8.8').resolve('mail.example')).resolves.toEqual([
      { address: '8.8.8.8', family: 4 },
    ]);
  });

  it('refuses a name of which one address of several is not allowed', async () => {
    await expect(leadingTo('refuse', '8.8.8.8', '::ffff:10.0.0.1').resolve('mail.example')).rejects.toThrow(
      HostRefusedError,
    );
    await expect(leadingTo('refuse').resolve('mail.example')).rejects.toThrow('It has no address.');
  });

  it('judges a literal address without looking it up', async () => {
    await expect(strict.resolve('127.1')).rejects.toThrow(HostRefusedError);
    await expect(lenient.resolve('127.1')).resolves.toEqual([{ address: '127.0.0.1', family: 4 }]);
  });

  it('is a lookup for sockets, which want one address or all', () => {
    const one = jest.fn();
    leadingTo('refuse', '8.8.8.8').lookup('mail.example', {}, one);
    expect(one).toHaveBeenCalledWith(null, '8.8.8.8', 4);
    const all = jest.fn();
    leadingTo('refuse', '8.8.8.8').lookup('mail.example', { all: true }, all);
    expect(all).toHaveBeenCalledWith(null, [{ address: '8.8.8.8', family: 4 }]);
    const refused = jest.fn();
    leadingTo('refuse', '127.0.0.1').lookup('mail.example', {}, refused);
    expect(refused.mock.calls[0]?.[0]).toBeInstanceOf(HostRefusedError);
  });
});
