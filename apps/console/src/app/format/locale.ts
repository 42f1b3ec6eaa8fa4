/** The console speaks English; numbers and dates follow, so that a word and the figure beside it match. */
export const LOCALE = 'en-GB';
