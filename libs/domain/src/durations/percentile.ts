/** The value that the given share of the values (0 to 1) does not exceed: nearest rank, ascending values, not empty. */
export function percentile(ascending: readonly number[], share: number): number {
  const rank = Math.max(Math.ceil(share * ascending.length), 1);
  return ascending[rank - 1] ?? Number.NaN;
}
