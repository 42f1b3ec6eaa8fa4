import type { Decision } from './decisions';

/** What a check rests on. */
export interface Source {
  readonly text: string;
  /** Set when it is a decision of Ferry's own, which another implementation need not share. */
  readonly decision?: Decision;
}

/** A section of the page that collects Microsoft's published facts, with the keys of the texts behind it. */
export function contract(section: string, ...keys: readonly string[]): Source {
  return { text: [`contract page ${section}`, ...keys].join(', ') };
}

/** OData 4.01 part 1, the protocol. */
export const protocol = (section: string): Source => ({ text: `OData 4.01 part 1, section ${section}` });

/** OData 4.01 part 2, the conventions of addresses and query options. */
export const conventions = (section: string): Source => ({ text: `OData 4.01 part 2, section ${section}` });

/** The JSON format of OData 4.01. */
export const jsonFormat = (section: string): Source => ({ text: `OData JSON 4.01, section ${section}` });

/** The XML format of OData's schemas, 4.01. */
export const schemaFormat = (section: string): Source => ({ text: `OData CSDL XML 4.01, section ${section}` });

/** A section of an RFC. */
export const rfc = (number: number, section: string): Source => ({ text: `RFC ${number}, section ${section}` });

/** The Fetch standard of the WHATWG. */
export const fetchStandard = (section: string): Source => ({ text: `Fetch standard, section ${section}` });

/** A decision of Ferry's own. */
export const decision = (name: Decision): Source => ({ text: `design: ${name}`, decision: name });
