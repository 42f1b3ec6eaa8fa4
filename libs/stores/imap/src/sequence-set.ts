/** UIDs, ascending, as the shortest sequence set (RFC 3501, section 9): `1:3,7`. */
export function sequenceSet(uids: Iterable<number>): string {
  const ranges: string[] = [];
  let from = 0;
  let to = 0;
  const close = (): void => {
    if (from > 0) ranges.push(from === to ? String(from) : `${from}:${to}`);
  };
  for (const uid of uids) {
    if (uid !== to + 1 || from === 0) {
      close();
      from = uid;
    }
    to = uid;
  }
  close();
  return ranges.join(',');
}

/** The numbers of a sequence set that has no `*`, in ascending order. */
export function numbersIn(set: string): Uint32Array {
  const ranges = set
    .split(',')
    .filter((range) => range !== '')
    .map((range) => range.split(':').map(Number))
    .map(([from = 0, to = from]) => [Math.min(from, to), Math.max(from, to)] as const);
  const numbers = new Uint32Array(ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0));
  let position = 0;
  for (const [from, to] of ranges) for (let number = from; number <= to; number += 1) numbers[position++] = number;
  return numbers.sort();
}
