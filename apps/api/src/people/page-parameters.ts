/** How the API document describes the person in an address. */
export const PERSON_PARAM = { name: 'person', description: 'Object id of the person in that tenant.' } as const;

/** How it describes the size of a page. */
export const TOP_QUERY = {
  name: 'top',
  required: false,
  type: 'integer',
  description: 'Objects of a page, 1 to 999; 100 without it.',
} as const;

/** How it describes where a page begins. */
export const TOKEN_QUERY = {
  name: 'skiptoken',
  required: false,
  type: 'string',
  description: 'Where the page begins; comes with nextLink.',
} as const;

/** Objects of a page when the caller does not say how many. */
export const USUAL_PAGE = 100;
