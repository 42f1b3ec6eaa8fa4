/** The permission that every operation accepts. */
export const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';

/** The permission that read operations accept, too (contract page 1.2). */
export const READ = 'CrossTenantContentMigration.Read.All';

/** Directory roles of which a person needs one beside the permission, by template id (contract page 1.2). */
export const DIRECTORY_ROLES = {
  migrationAdministrator: '8c8b803f-96e1-4129-9349-20738d9f9652',
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
} as const;

/** What an operation does, which decides about the permission that it needs. */
export type Access = 'read' | 'write';

/** The permissions of which one is needed, least privileged first. */
export const NEEDED_PERMISSIONS: Readonly<Record<Access, readonly string[]>> = {
  read: [READ, READ_WRITE],
  write: [READ_WRITE],
};
