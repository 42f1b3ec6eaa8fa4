import { acceptedIssuers } from './entra';

const TENANT = '22222222-2222-4222-8222-222222222222';

describe('acceptedIssuers', () => {
  it.each([
    'https://login.microsoftonline.com/{tenantid}/v2.0',
    'https://LOGIN.microsoftonline.com/{tenantid}/v2.0/',
    'https://login.microsoftonline.com/{tenantid}',
    'https://sts.windows.net/{tenantid}/',
    'https://sts.windows.net/{tenantid}',
  ])('takes %s for both versions of Entra', (configured) => {
    expect(acceptedIssuers(configured)).toEqual([
      {
        issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
        describedAt: 'https://login.microsoftonline.com/{tenantid}/v2.0',
        beginning: 'https://login.microsoftonline.com/',
      },
      {
        issuer: 'https://sts.windows.net/{tenantid}/',
        describedAt: 'https://login.microsoftonline.com/{tenantid}',
        beginning: 'https://sts.windows.net/',
      },
    ]);
  });

  it('keeps the one tenant that is configured', () => {
    const issuers = acceptedIssuers(`https://login.microsoftonline.com/${TENANT}/v2.0`);
    expect(issuers.map(({ issuer }) => issuer)).toEqual([
      `https://login.microsoftonline.com/${TENANT}/v2.0`,
      `https://sts.windows.net/${TENANT}/`,
    ]);
  });

  it.each([
    ['https://keycloak.example/realms/ferry', 'https://keycloak.example/realms/ferry'],
    ['https://ferry.eu.auth0.com/', 'https://ferry.eu.auth0.com'],
    ['https://login.microsoftonline.us/{tenantid}/v2.0', 'https://login.microsoftonline.us/'],
    ['https://login.microsoftonline.com.example/{tenantid}/v2.0', 'https://login.microsoftonline.com.example/'],
    [
      'https://login.microsoftonline.com/tfp/ferry/policy/v2.0',
      'https://login.microsoftonline.com/tfp/ferry/policy/v2.0',
    ],
  ])('takes %s for nothing but itself', (configured, beginning) => {
    expect(acceptedIssuers(configured)).toEqual([{ issuer: configured, describedAt: configured, beginning }]);
  });
});
