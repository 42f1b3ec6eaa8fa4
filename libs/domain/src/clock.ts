/**
 * Where the present moment comes from. Only the type lives here: this library takes `now: Date` as an argument, and
 * whoever calls it asks a clock (design, section 3, rule 9: one clock for everything).
 */
export type Clock = {
  /** The present moment. */
  now(): Date;
};
