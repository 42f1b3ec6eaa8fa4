/** What a folder is for (RFC 6154, section 2). */
export type FolderRole = '\\All' | '\\Archive' | '\\Drafts' | '\\Flagged' | '\\Junk' | '\\Sent' | '\\Trash';

const ROLES: readonly string[] = ['\\All', '\\Archive', '\\Drafts', '\\Flagged', '\\Junk', '\\Sent', '\\Trash'];

/** Whether a text is one of the roles of RFC 6154. */
export function isFolderRole(text: string | undefined): text is FolderRole {
  return text !== undefined && ROLES.includes(text);
}

/**
 * Roles whose folders show messages that lie in other folders, too (RFC 6154: "may be virtual"), in the order in which
 * they are looked at: what is flagged is in \All already, where there is one.
 */
export const VIRTUAL_ROLES: readonly FolderRole[] = ['\\All', '\\Flagged'];

/** Whether a folder of the role may show messages of other folders. */
export function isVirtual(role: FolderRole | null): boolean {
  return role !== null && VIRTUAL_ROLES.includes(role);
}
