import { type BatchRoot, itemAddress, ItemAddressError } from './item-address';

const JOBS = 'solutions/migrations/crossTenantMigrationJobs';
const BETA: BatchRoot = { basePath: '', version: 'beta' };
const UNVERSIONED: BatchRoot = { basePath: '', version: null };

describe('itemAddress', () => {
  it.each([
    [`/${JOBS}`, `/beta/${JOBS}`],
    [JOBS, `/beta/${JOBS}`],
    [`/beta/${JOBS}?$top=5`, `/beta/${JOBS}?$top=5`],
    [`beta/${JOBS}`, `/beta/${JOBS}`],
    [`/BETA/${JOBS}/x/users`, `/beta/${JOBS}/x/users`],
    [`/Solutions/Migrations/crosstenantmigrationjobs`, '/beta/Solutions/Migrations/crosstenantmigrationjobs'],
    [`/${JOBS}?$filter=displayName eq 'a'`, `/beta/${JOBS}?$filter=displayName%20eq%20'a'`],
    [`/${JOBS}?next=https://elsewhere/../x`, `/beta/${JOBS}?next=https://elsewhere/../x`],
    ['/$metadata', '/beta/$metadata'],
  ])('reads %s below the root of the batch', (url, address) => {
    expect(itemAddress(url, BETA)).toBe(address);
  });

  it('stays without a version where the batch has none', () => {
    expect(itemAddress(`/${JOBS}`, UNVERSIONED)).toBe(`/${JOBS}`);
  });

  it('knows the path that a proxy adds, which the official client sends along', () => {
    const root: BatchRoot = { basePath: '/migrations', version: 'v1.0' };
    expect(itemAddress(`/migrations/v1.0/${JOBS}`, root)).toBe(`/v1.0/${JOBS}`);
    expect(itemAddress(`/${JOBS}`, root)).toBe(`/v1.0/${JOBS}`);
  });

  it.each([
    "(displayName='a%2F..%2Fb')",
    "(displayName='..')",
    '/a%5Cb',
    '/...',
    '/%2E%2E%2E',
    '/a%2Fb',
    '/50%25',
    '/%00',
    '/Zürich',
  ])('leaves the name in %s as it is', (key) => {
    expect(itemAddress(`/${JOBS}${key}`, BETA)).toBe(`/beta/${JOBS}${key}`);
  });

  it.each([
    ['https://graph.microsoft.com/v1.0/solutions/migrations', 'relative'],
    ['HTTP:/solutions', 'relative'],
    ['javascript:1', 'relative'],
    ['//elsewhere/solutions/migrations', 'relative'],
    ['\\\\elsewhere\\solutions', 'backslash'],
    ['/\\elsewhere/solutions', 'backslash'],
    ['/solutions\\..\\api', 'backslash'],
    [`/${JOBS}#x`, "'#'"],
    [`/${JOBS}/a\tb`, 'control'],
    [`/${JOBS}\r\nHost: x`, 'control'],
    ['/solutions/../api/v1/session', 'segments'],
    ['/solutions/..', 'segments'],
    ['/solutions/./migrations', 'segments'],
    ['/solutions/%2e%2e/api/v1/session', 'segments'],
    ['/solutions/.%2E/api/v1/session', 'segments'],
    ['/solutions/..%2fapi', 'segments'],
    [`/${JOBS}/..%5C..%5Capi`, 'segments'],
    [`/${JOBS}(displayName='a/../b')`, 'segments'],
    ['/../solutions', 'segments'],
    ['/beta/../v1.0/solutions', 'segments'],
    ['/$batch', 'another batch'],
    ['/$BATCH?x', 'another batch'],
    ['/%24Batch/', 'another batch'],
    ['/beta/$batch', 'another batch'],
    ['/%24%62atch', 'no such address'],
    ['/beta/beta/solutions', 'no such address'],
    ['/beta', 'no such address'],
    ['/', 'no such address'],
    ['?x', 'no such address'],
    [' /solutions', 'no such address'],
    ['/users', 'no such address'],
    ['/api/v1/session', 'no such address'],
    ['/docs', 'no such address'],
    ['/%73olutions/migrations', 'no such address'],
    ['/solutions%2Fmigrations', 'no such address'],
    [`/v1.0/${JOBS}`, 'version v1.0 in a batch of version beta'],
  ])('refuses %j', (url, reason) => {
    expect(() => itemAddress(url, BETA)).toThrow(ItemAddressError);
    expect(() => itemAddress(url, BETA)).toThrow(reason);
  });

  it('refuses a version in a batch that has none', () => {
    expect(() => itemAddress(`/beta/${JOBS}`, UNVERSIONED)).toThrow('version beta in a batch of no version');
  });
});
