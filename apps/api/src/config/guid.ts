const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID in its usual form, in any letter case: how Entra writes the id of a tenant. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
