/**
 * Options of Node that the service is started with, and every process that is measured in its place: stack traces of the
 * sources, and a young generation that stays small (ADR 0041).
 */
export const SERVICE_NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=4'];
