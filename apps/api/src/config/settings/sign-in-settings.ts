import { address, guid, text, wordList } from '../setting';

/** Whose tokens count, and how the console gets one. */
export const SIGN_IN_SETTINGS = {
  authIssuer: address(
    {
      name: 'FERRY_AUTH_ISSUER',
      description:
        'OpenID Connect issuer whose tokens are accepted. May hold `{tenantid}`, as Entra writes it for many tenants.',
    },
    ['https:', 'http:'],
  ),
  authAudiences: wordList(
    {
      name: 'FERRY_AUTH_AUDIENCE',
      description:
        'Audiences of which a token must name one: for Entra the application id URI (tokens of version 1) and the client id (version 2).',
    },
    'api://ferry',
  ),
  authTenant: guid({
    name: 'FERRY_AUTH_TENANT',
    description:
      'Tenant of callers whose tokens have no claim `tid`, for issuers other than Entra. Needs `FERRY_AUTH_ISSUER`.',
  }),
  authClientId: text(
    { name: 'FERRY_AUTH_CLIENT_ID', description: 'Client id of the console at the issuer (a public client).' },
    'ferry-console',
  ),
  authScope: text(
    {
      name: 'FERRY_AUTH_SCOPE',
      description: 'Scope that the console asks the issuer for.',
      defaultText: '`openid profile`, and `/.default` of the first audience',
    },
    null,
  ),
} as const;
