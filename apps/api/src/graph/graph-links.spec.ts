import { readConfig } from '../config/config';
import { GraphLinks } from './graph-links';

const request = (originalUrl: string) => ({ protocol: 'https' as const, host: 'localhost:3443', originalUrl });
const JOBS = '/solutions/migrations/crossTenantMigrationJobs';

describe('GraphLinks', () => {
  const links = new GraphLinks(readConfig({}));

  it('answers in the version that was asked for', () => {
    const fragment = 'solutions/migrations/crossTenantMigrationJobs';
    expect(links.context(request(`/BETA${JOBS}`), fragment)).toBe(`https://localhost:3443/beta/$metadata#${fragment}`);
    expect(links.context(request(JOBS), fragment)).toBe(`https://localhost:3443/$metadata#${fragment}`);
    expect(links.location(request(`/v1.0${JOBS}`), 'x/y')).toBe('https://localhost:3443/v1.0/x/y');
  });

  it('keeps every option in the link to the next page and begins where the last one ended', () => {
    const first = request(`/beta${JOBS}?%24top=2&$filter=displayName%20eq%20'a{b}'&$skip=4&%24skiptoken=old`);
    expect(links.next(first, 'a+b=')).toBe(
      `https://localhost:3443/beta${JOBS}?$top=2&$filter=displayName%20eq%20'a%7Bb%7D'&$skiptoken=a%2Bb%3D`,
    );
  });

  it('uses the public address behind a proxy', () => {
    const behindProxy = new GraphLinks(
      readConfig({
        FERRY_PUBLIC_URL: 'https://ferry.example/m/',
        FERRY_AUTH_ISSUER: 'https://login.example/{tenantid}/v2.0',
      }),
    );
    expect(behindProxy.root(request(`/beta${JOBS}`))).toBe('https://ferry.example/m/beta');
  });
});
