/** What a client would like, as far as we can do it (RFC 7240; OData 4.01 part 1, section 8.2.8). */
export interface Preferences {
  /** What the answer to a change is to hold: nothing, or the thing as it is then. */
  readonly return?: 'minimal' | 'representation';
  /** The most objects of a page. */
  readonly maxPageSize?: number;
  /** Whether members behind `unknownFutureValue` may be answered by their names (contract page 5.5). */
  readonly includeUnknownEnumMembers: boolean;
}

const PREFERENCE = /\s*([^\s=;,]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;,]*))?[^,]*(?:,|$)/g;

/**
 * Reads a `Prefer` header. What is unknown or malformed is no preference and is passed over, as RFC 7240 asks for; of a
 * preference that is given twice the first counts. `odata.` may stand before the names that OData defines.
 */
export function preferencesOf(header: string | readonly string[] | undefined): Preferences {
  const given = new Map<string, string>();
  for (const [, name = '', value = ''] of [header ?? ''].flat().join(',').matchAll(PREFERENCE)) {
    const key = name.toLowerCase().replace(/^odata\./, '');
    if (!given.has(key)) given.set(key, value.replace(/^"|"$/g, ''));
  }
  const wanted = given.get('return')?.toLowerCase();
  const size = given.get('maxpagesize') ?? '';
  return {
    ...(wanted === 'minimal' || wanted === 'representation' ? { return: wanted } : {}),
    ...(/^[1-9]\d{0,8}$/.test(size) ? { maxPageSize: Number(size) } : {}),
    includeUnknownEnumMembers: given.has('include-unknown-enum-members'),
  };
}
