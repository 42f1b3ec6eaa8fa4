const FIRST_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 30_000;

/** How long to wait before the next try: doubles up to half a minute, and varies so that consoles do not return at once. */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(FIRST_MILLISECONDS * 2 ** failures, LONGEST_MILLISECONDS);
  return longest * (0.5 + random / 2);
}
