/** How the command ends, for the shell. */
export enum ExitCode {
  /** It did what was asked. */
  Fine = 0,
  /** It was refused, or it failed, or a watched job ended badly. */
  Failed = 1,
  /** It was not asked in a way that it understands. */
  Usage = 2,
}
