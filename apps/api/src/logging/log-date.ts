/**
 * The time of an error answer, as Graph writes it: UTC, without a zone. Real time, like that of the log lines among which
 * it is looked for.
 */
export function logDate(): string {
  return new Date().toISOString().slice(0, 19);
}
