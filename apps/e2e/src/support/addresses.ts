import { join } from 'node:path';

/** Where the service of a browser run listens. Uncommon on purpose, so that it never meets a service in use. */
export const PORT = 23117;
export const HTTPS_PORT = 23118;

export const HTTP_ADDRESS = `http://127.0.0.1:${PORT}`;
export const HTTPS_ADDRESS = `https://127.0.0.1:${HTTPS_PORT}`;

const WORKSPACE = join(__dirname, '..', '..', '..', '..');

/** Emptied when the service of a run starts, and left for whoever looks into a failure. */
export const DATA_FOLDER = join(WORKSPACE, 'tmp', 'e2e', 'data');

/** Screenshots and traces of what failed. */
export const EVIDENCE_FOLDER = join(WORKSPACE, 'tmp', 'e2e', 'evidence');

/** The certificate authority that the service of the run made for its HTTPS address. */
export const CA_FILE = join(DATA_FOLDER, 'tls', 'ca.pem');
