import { customMethodAddress, customMethodRoute } from './custom-method';
import { rewriteUrl } from './rewrite-url';

describe('The address of an action of our own surface', () => {
  it.each([
    ['/api/v1/tenants/x/people:import', '/api/v1/tenants/x/people/import'],
    ['/api/v1/tenants/x/people%3Aimport', '/api/v1/tenants/x/people/import'],
    ['/api/v1/tenants/x/endpoints/a%20b:test', '/api/v1/tenants/x/endpoints/a%20b/test'],
    ['api/v1/tenants/:tenant/services/:service:test', 'api/v1/tenants/:tenant/services/:service/test'],
  ])('%s is routed as %s', (address, route) => {
    expect(customMethodRoute(address)).toBe(route);
  });

  it.each(['/api/v1/tenants/x/people', '/api/v1/tenants/x/people:explode', '/api/v1/:test', '/v1.0/people:import'])(
    '%s stays as it is',
    (address) => {
      expect(customMethodRoute(address)).toBe(address);
    },
  );

  it('keeps its query', () => {
    const url = '/api/v1/tenants/x/people:import?dryRun=true';
    expect(rewriteUrl({ method: 'POST', url, headers: {} })).toBe('/api/v1/tenants/x/people/import?dryRun=true');
  });

  it('is told with its colon in the API document', () => {
    expect(customMethodAddress('/api/v1/tenants/{tenant}/people/import')).toBe(
      '/api/v1/tenants/{tenant}/people:import',
    );
    expect(customMethodAddress('/api/v1/tenants/{tenant}/people')).toBe('/api/v1/tenants/{tenant}/people');
  });
});
