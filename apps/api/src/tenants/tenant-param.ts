/** How the API document describes the tenant in an address. */
export const TENANT_PARAM = { name: 'tenant', description: 'GUID of the tenant.' } as const;
