/** A cloud of Entra: where people sign in, and the name of its issuers in tokens of version 1. */
export interface EntraCloud {
  readonly signIn: string;
  readonly version1: string;
}

/** The public cloud. An issuer of another one is taken as it is configured. */
export const PUBLIC_CLOUD: EntraCloud = {
  signIn: 'https://login.microsoftonline.com',
  version1: 'https://sts.windows.net',
};

/** What Entra has in place of a tenant where it describes the issuers of all of them at once. */
export const ANY_TENANT: readonly string[] = ['common', 'organizations'];

const PLACE_OF_TENANT = new RegExp(`(?:\\{tenantid\\}|${ANY_TENANT.join('|')})(?:/|$)`, 'i');

/** An issuer that is accepted, and where it is described. */
export interface AcceptedIssuer {
  /** As configured, or as Entra names it. */
  readonly issuer: string;
  /** The address that its discovery document lies below. */
  readonly describedAt: string;
  /** What all its names begin with, whatever the tenant. */
  readonly beginning: string;
}

/**
 * The issuers that are meant by a configured one; the first is where people sign in.
 *
 * At Entra that is always two. Which version a token has is up to the registration of the service that it is for, not
 * to the endpoint that it was got from, so both are accepted whichever is configured, each by its own document; the
 * console gets its tokens from the endpoints of version 2 (Entra, "Access tokens", v1.0 and v2.0 tokens).
 */
export function acceptedIssuers(
  configured: string,
  cloud = PUBLIC_CLOUD,
): readonly [AcceptedIssuer, ...AcceptedIssuer[]] {
  const tenant = tenantOf(configured, cloud);
  if (tenant === undefined) {
    const [beginning = ''] = configured.replace(/\/+$/, '').split(PLACE_OF_TENANT);
    return [{ issuer: configured, describedAt: configured, beginning }];
  }
  const version2 = `${cloud.signIn}/${tenant}/v2.0`;
  return [
    { issuer: version2, describedAt: version2, beginning: `${cloud.signIn}/` },
    {
      issuer: `${cloud.version1}/${tenant}/`,
      describedAt: `${cloud.signIn}/${tenant}`,
      beginning: `${cloud.version1}/`,
    },
  ];
}

/** What stands for the tenant in an issuer of this cloud, be it an id, `{tenantid}` or `organizations`. */
function tenantOf(issuer: string, { signIn, version1 }: EntraCloud): string | undefined {
  const path = (root: string): string | undefined =>
    issuer.toLowerCase().startsWith(`${root}/`) ? issuer.slice(root.length + 1).replace(/\/+$/, '') : undefined;
  const tenant = path(version1) ?? path(signIn)?.replace(/\/v2\.0$/i, '');
  return tenant === '' || tenant?.includes('/') ? undefined : tenant;
}
