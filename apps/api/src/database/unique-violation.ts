/** Whether a statement failed because a row with the same key exists (SQLSTATE 23505), on either driver. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint: violated } = cause as Error & { code?: string; constraint?: string };
    if (code === '23505') return violated === constraint;
  }
  return false;
}
