/** What a folder is for (RFC 6154, section 2). */
export type SpecialUse = '\\All' | '\\Archive' | '\\Drafts' | '\\Flagged' | '\\Junk' | '\\Sent' | '\\Trash';

const USES: readonly string[] = ['\\All', '\\Archive', '\\Drafts', '\\Flagged', '\\Junk', '\\Sent', '\\Trash'];

/** Whether a text is one of the special uses of RFC 6154. */
export function isSpecialUse(text: string | undefined): text is SpecialUse {
  return text !== undefined && USES.includes(text);
}

/**
 * Roles whose folders show messages that lie in other folders, too (RFC 6154: "may be virtual"), in the order in which
 * they are looked at: what is flagged is in \All already, where there is one.
 */
export const VIRTUAL_USES: readonly SpecialUse[] = ['\\All', '\\Flagged'];

/** Whether a folder of this special use may show messages of other folders. */
export function isVirtual(specialUse: SpecialUse | null): boolean {
  return specialUse !== null && VIRTUAL_USES.includes(specialUse);
}
