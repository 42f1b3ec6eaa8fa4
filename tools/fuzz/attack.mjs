import { Agent, request } from 'node:http';

const CONNECTIONS = 16;

/**
 * Sends requests until there are no more, and looks at every answer.
 *
 * @param {string} address of the service
 * @param {number} count
 * @param {() => { method: string, path: string, headers?: Record<string, string>, body?: string | Buffer }} next
 * @returns {Promise<{ statuses: Map<number, number>, faults: string[] }>} a fault is an answer of 500 or more, an error
 *   that is not in Graph's form, or no answer
 */
export async function attack(address, count, next) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const statuses = new Map();
  const faults = [];
  let sent = 0;
  const oneAfterTheOther = async () => {
    while (sent < count && faults.length < 20) {
      sent += 1;
      if (sent % 50_000 === 0) console.log(`${sent} sent, ${faults.length} faults`);
      const asked = next();
      const fault = await send(agent, address, asked, statuses);
      if (fault) faults.push(`${asked.method} ${asked.path} ${String(asked.body ?? '').slice(0, 300)}\n    ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterTheOther));
  agent.destroy();
  return { statuses, faults };
}

async function send(agent, address, { method, path, headers, body }, statuses) {
  try {
    const answer = await exchange(agent, address, method, path, headers, body);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return method === 'HEAD' ? serverFault(answer) : (serverFault(answer) ?? malformedError(answer));
  } catch (error) {
    return `no answer: ${error.message}`;
  }
}

function serverFault({ status, text }) {
  return status >= 500 ? `${status} ${text.slice(0, 500)}` : undefined;
}

function malformedError({ status, text }) {
  if (status < 400) return undefined;
  try {
    const { error } = JSON.parse(text);
    return error.code && error.message && error.innerError['request-id'] ? undefined : `not an error of Graph: ${text}`;
  } catch {
    return `${status}, not JSON: ${text.slice(0, 300)}`;
  }
}

function exchange(agent, address, method, path, headers = {}, body) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const url = new URL(address);
    const options = { agent, host: url.hostname, port: url.port, method, path, headers: { ...headers, ...length } };
    const sent = request(options, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
