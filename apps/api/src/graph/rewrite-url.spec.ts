import { keyOfSegment } from './entity-key';
import { rewriteUrl } from './rewrite-url';

const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
const ID = '7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11';

const post = (url: string): string => rewriteUrl({ method: 'POST', url, headers: {} });
const navigate = (url: string, method = 'GET'): string =>
  rewriteUrl({ method, url, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });

/** The key that a rewritten address holds right after the collection of jobs. */
const keyIn = (url: string) =>
  keyOfSegment(
    decodeURIComponent(
      post(url)
        .slice(JOBS.length + 1)
        .split(/[/?]/)[0] ?? '',
    ),
  );

describe('rewriteUrl', () => {
  it.each(['/beta', '/v1.0', '/Beta', '/V1.0', ''])('serves the contract under "%s"', (version) => {
    expect(post(`${version}${JOBS}?$top=5`)).toBe(`${JOBS}?$top=5`);
  });

  it('keeps everything but the contract away from the version prefixes', () => {
    expect(post('/beta/api/v1/session')).toBe('/beta/api/v1/session');
    expect(post('/v1.0/users')).toBe('/v1.0/users');
  });

  it.each(['$batch', '$metadata', '%24batch', '%24metadata'])('finds %s below a version', (name) => {
    expect(post(`/beta/${name}`)).toBe(`/${name.replace('%24', '$')}`);
  });

  it.each([
    [`(${ID})`, `/${ID}`],
    [`('${ID}')`, `/${ID}`],
    [`%28%27${ID}%27%29`, `/${ID}`],
    [`(id='${ID}')`, `/${ID}`],
    [`/${ID}`, `/${ID}`],
    [`('${ID}')/users`, `/${ID}/users`],
    [`('${ID}')/users('${ID}')/cancel`, `/${ID}/users/${ID}/cancel`],
    [`/${ID}/users(${ID})`, `/${ID}/users/${ID}`],
    [`/${ID}/users/%24count`, `/${ID}/users/$count`],
    ['/%24count', '/$count'],
    ['/$count', '/$count'],
    [`/${ID}/users/${ID}/%24ref`, `/${ID}/users/${ID}/$ref`],
    [`/${ID}/microsoft.graph.migrate`, `/${ID}/migrate`],
    [`/${ID}/Microsoft.Graph.Cancel`, `/${ID}/Cancel`],
    [`/${ID}/users/${ID}/microsoft.graph.cancel`, `/${ID}/users/${ID}/cancel`],
    ['/microsoft.graph.validate', '/validate'],
    ['/microsoft.graph.other', '/microsoft.graph.other'],
  ])('reads the key in %s', (given, routed) => {
    expect(post(`/beta${JOBS}${given}`)).toBe(JOBS + routed);
  });

  it.each([
    ["(displayName='wave-01')", 'wave-01'],
    ["(DisplayName='wave-01')", 'wave-01'],
    ["(displayName='O''Brien''s wave')", "O'Brien's wave"],
    ["(displayName='a%2Fb')", 'a/b'],
    ["(displayName='a/b')", 'a/b'],
    ["(displayName='a)b(c')", 'a)b(c'],
    ['%28displayName%3D%27My%20wave%27%29', 'My wave'],
    ["(displayName='50%25 of all')", '50% of all'],
    ["(displayName='a+b')", 'a+b'],
    ["(displayName='Z%C3%BCrich')", 'Zürich'],
    [`(displayName='${ID}')`, ID],
    ["(displayName='')", ''],
  ])('reads the name in %s', (given, value) => {
    expect(keyIn(`/v1.0${JOBS}${given}`)).toEqual({ by: 'displayName', value });
    expect(post(`/v1.0${JOBS}${given}/microsoft.graph.validate?a=('b')`)).toMatch(/\/validate\?a=\('b'\)$/);
  });

  it.each([
    ['/wave-01', 'wave-01'],
    ["/O'Brien", "O'Brien"],
    ['/My%28first%29', 'My(first)'],
    ['/microsoft.graph.wave', 'microsoft.graph.wave'],
    ["('wave-01')", 'wave-01'],
  ])('leaves open whether %s is an id or a name', (given, value) => {
    expect(keyIn(`${JOBS}${given}`)).toEqual({ by: 'idOrDisplayName', value });
  });

  it.each(["(name='x')", '(displayName=x y)', "(displayName='x)", '()', "('x')y", "(displayName='%zz')"])(
    'leaves %s alone, which is no key',
    (given) => {
      expect(post(`${JOBS}${given}`)).toBe(`${JOBS}${given}`);
    },
  );

  it('matches the collection in any letter case and changes no other segment', () => {
    expect(post("/beta/Solutions/migrations/crosstenantmigrationjobs('X')/Users")).toBe(
      '/Solutions/migrations/crosstenantmigrationjobs/X/Users',
    );
  });

  it.each(['/', '/jobs', `/jobs/${ID}`, '/sign-in/callback?code=1', '/jobs/'])('opens the console at %s', (url) => {
    expect(navigate(url)).toBe('/index.html');
    expect(navigate(url, 'HEAD')).toBe('/index.html');
  });

  it.each([
    '/api/v1/sign-in',
    '/API/none',
    '/beta/none',
    '/v1.0/none',
    JOBS,
    '/docs',
    '/openapi.json',
    '/health/live',
    '/common/oauth2/v2.0/authorize?client_id=x',
    '/22222222-2222-4222-8222-222222222222/v2.0/.well-known/openid-configuration',
    '/main-ABC.js',
    '/favicon.ico',
  ])('does not open the console at %s', (url) => {
    expect(navigate(url)).toBe(url);
  });

  it('does not open the console for programs', () => {
    expect(rewriteUrl({ method: 'GET', url: '/jobs', headers: { accept: 'application/json' } })).toBe('/jobs');
    expect(rewriteUrl({ method: 'GET', url: '/jobs', headers: {} })).toBe('/jobs');
    expect(navigate('/jobs', 'POST')).toBe('/jobs');
  });
});
