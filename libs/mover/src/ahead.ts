/**
 * The same values in the same order, several of them made while one is still in use. Whoever leaves the loop waits for those
 * that are being made: nothing goes on behind the caller. An error comes in its turn.
 */
export async function* ahead<T>(values: AsyncGenerator<T>, depth: number): AsyncGenerator<T> {
  const made: Promise<IteratorResult<T>>[] = [];
  const begin = (): void => {
    const next = values.next();
    // It is looked at in its turn; until then it must not count as unhandled.
    next.catch(() => undefined);
    made.push(next);
  };
  try {
    for (;;) {
      while (made.length < depth) begin();
      const result = await made.shift();
      if (!result || result.done) return;
      begin();
      yield result.value;
    }
  } finally {
    await Promise.allSettled(made);
    await values.return(undefined);
  }
}
