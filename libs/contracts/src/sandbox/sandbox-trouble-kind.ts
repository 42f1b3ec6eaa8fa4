/** What can be made to go wrong in the sandbox. */
export enum SandboxTroubleKind {
  /** A prerequisite is not met, so a check finds it. */
  Unmet = 'unmet',
  /** A store refuses, with a code of the error catalogue. */
  Refuse = 'refuse',
  /** The connection breaks. */
  Disconnect = 'disconnect',
  /** A store asks to wait. */
  Throttle = 'throttle',
  /** Items cannot be written this time, with a code of the error catalogue. */
  FailItems = 'failItems',
  /** The target does not take items, with a code of the error catalogue. */
  SkipItems = 'skipItems',
  /** The target says that it has items, and does not. */
  LoseItems = 'loseItems',
  /** The target keeps items with another size. */
  ChangeItems = 'changeItems',
}
