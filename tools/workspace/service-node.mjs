/**
 * Options of Node that the service is started with, and every process that is measured in its place: stack traces of the
 * sources, and a young generation that stays small (ADR 0041).
 */
export const SERVICE_NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=4'];

/**
 * Environment of the same processes, for the C library, which looks only when they start: a block of 128 kB or more goes back to the
 * system as soon as it is freed, and all threads share one place for the others (ADR 0041). Left to itself it keeps large blocks
 * once one has been freed, and each thread keeps holes of its own.
 */
export const SERVICE_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '1' };
