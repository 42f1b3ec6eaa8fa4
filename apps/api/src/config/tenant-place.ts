/** Where the address of an issuer has the id of a tenant, when it issues for many: as Entra writes it. */
export const TENANT_PLACE = /\{tenantid\}/i;
