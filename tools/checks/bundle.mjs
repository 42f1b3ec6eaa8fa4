const SERVER_SIDE = /node_modules\/(@nestjs\/|@fastify\/|@electric-sql\/|(pg|pg-boss|drizzle-orm|fastify|express)\/)/;

/**
 * What of the server reached the browser. `inputs` of esbuild's metafile name every file in the bundle.
 *
 * @param {{ inputs: Record<string, unknown> }} statistics the console's browser-stats.json
 * @returns {string[]} one sentence per package
 */
export function serverCodeInBundle({ inputs }) {
  const packages = Object.keys(inputs).flatMap((input) => SERVER_SIDE.exec(input)?.[1] ?? []);
  return [...new Set(packages)].map((name) => `The console's bundle contains ${name.replace(/\/$/, '')}.`);
}
