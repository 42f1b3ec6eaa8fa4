/** Thrown by a check that cannot be done against this server, with the reason. */
export class Skipped extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'Skipped';
  }
}
