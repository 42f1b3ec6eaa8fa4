const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a key segment may be an id; anything else can only be a display name (OPEN-20). */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** Whether the database keeps a text as it is: PostgreSQL has no U+0000, and UTF-8 no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
