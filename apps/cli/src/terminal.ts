/** Where lines are printed. */
export interface Terminal {
  /** What was asked for. */
  out(line: string): void;
  /** What went wrong, and remarks; never part of what a script reads. */
  err(line: string): void;
}
