/**
 * Keeps every connection busy for a while, each sending its next request when it has its answer.
 *
 * @param {import('../service/connection.mjs').Connection} connection
 * @param {string} path
 * @param {{ body: () => string, expected: number, seconds: number }} options
 * @returns {Promise<number>} requests a second
 * @throws when an answer is not the expected one: a refusal is quick and must not count
 */
export async function requestsPerSecond(connection, path, { body, expected, seconds }) {
  const started = performance.now();
  const end = started + seconds * 1000;
  let answered = 0;
  const oneAfterTheOther = async () => {
    while (performance.now() < end) {
      const answer = await connection.send('POST', path, body());
      if (answer.status !== expected) throw new Error(`Answered ${answer.status}: ${answer.body}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connection.connections }, oneAfterTheOther));
  return answered / ((performance.now() - started) / 1000);
}
