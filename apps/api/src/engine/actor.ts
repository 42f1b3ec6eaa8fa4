/** Who is named in the event log when nobody asked for a transition. */
export const ENGINE = 'engine';
