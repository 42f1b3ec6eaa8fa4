/**
 * The same values in the same order, each made while the one before it is still in use. Whoever leaves the loop waits
 * for the one that is being made: nothing goes on behind the caller. An error comes in its turn.
 */
export async function* oneAhead<T>(values: AsyncGenerator<T>): AsyncGenerator<T> {
  const begin = (): Promise<IteratorResult<T>> => {
    const next = values.next();
    // It is looked at in its turn; until then it must not count as unhandled.
    next.catch(() => undefined);
    return next;
  };
  let next = begin();
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = begin();
      yield result.value;
    }
  } finally {
    await next.catch(() => undefined);
    await values.return(undefined);
  }
}
