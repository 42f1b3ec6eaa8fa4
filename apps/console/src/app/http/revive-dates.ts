const DATE_MEMBER = /dateTime$/i;

/** A reviver for `JSON.parse`: members whose name ends in `DateTime` are points in time, everywhere in the contracts. */
export function reviveDate(member: string, value: unknown): unknown {
  return typeof value === 'string' && DATE_MEMBER.test(member) ? new Date(value) : value;
}

/** The same for a body that is already parsed; changes it in place. */
export function reviveDates(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [member, value] of Object.entries(body)) {
    const revived = reviveDate(member, value);
    if (revived === value) reviveDates(value);
    else (body as Record<string, unknown>)[member] = revived;
  }
}
