/** A text from elsewhere on one line; names are chosen by people, and a control character could command the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(/\p{Cc}/gu, '\uFFFD');
}

/** A point in time in UTC, to the second. */
export function printedDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '-' : `${date.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
