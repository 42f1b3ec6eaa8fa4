/** Thrown when a server does not do what a check says. The message tells what was expected and what came. */
export class ExpectationFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpectationFailed';
  }
}
