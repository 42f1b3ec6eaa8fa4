const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a key segment may be an id; anything else can only be a display name (OPEN-20). */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
