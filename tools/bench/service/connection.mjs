import { Agent, request } from 'node:http';

/** A client of one server, with connections that stay open. */
export class Connection {
  #agent;

  /**
   * @param {string} address
   * @param {{ connections?: number, headers?: Record<string, string> }} options
   */
  constructor(address, { connections = 1, headers = {} } = {}) {
    this.address = address;
    this.headers = headers;
    this.connections = connections;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @returns {Promise<{ status: number, body: string }>} */
  send(method, path, body) {
    const content = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length };
    const options = { method, agent: this.#agent, headers: { ...this.headers, ...content } };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.address), options, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode, body: Buffer.concat(chunks).toString() }));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}
