import { fastify, type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { rewriteUrl } from '../graph/rewrite-url';
import { serveConsole } from './console-files';
import { pagePolicy, writePagePolicy } from './page-policy';

describe('The files of the console', () => {
  let server: FastifyInstance;

  const started = async (folder: string): Promise<FastifyInstance> => {
    const created = fastify({ rewriteUrl: (request) => rewriteUrl(request) });
    writePagePolicy(created, { authIssuer: null }, folder);
    serveConsole(created, folder);
    await created.ready();
    return created;
  };

  const builtConsole = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'ferry-console-'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ferry</title><script>start()</script>');
    writeFileSync(join(folder, 'main-HUPL4QXJ.js'), 'the console');
    writeFileSync(join(folder, 'main-HUPL4QXJ.js.br'), brotliCompressSync('the console'));
    writeFileSync(join(folder, 'chunk-BMW-DRb4.js'), 'a part');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    return folder;
  };

  afterEach(() => server.close());

  it('shows the console at every page address', async () => {
    server = await started(builtConsole());
    for (const url of ['/', '/jobs', '/jobs/7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11']) {
      const answer = await server.inject({ url, headers: { accept: 'text/html' } });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<title>Ferry</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('keeps files with a hash for ever, and no others', async () => {
    server = await started(builtConsole());
    const policyOf = async (url: string) => (await server.inject({ url })).headers['cache-control'];
    expect(await policyOf('/main-HUPL4QXJ.js')).toBe('public, max-age=31536000, immutable');
    expect(await policyOf('/chunk-BMW-DRb4.js')).toBe('public, max-age=31536000, immutable');
    expect(await policyOf('/favicon.svg')).toBe('no-cache');
  });

  it('sends what was compressed beforehand to those who can read it', async () => {
    server = await started(builtConsole());
    const answer = await server.inject({ url: '/main-HUPL4QXJ.js', headers: { 'accept-encoding': 'br' } });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['content-type']).toContain('javascript');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect((await server.inject({ url: '/main-HUPL4QXJ.js' })).body).toBe('the console');
  });

  it('allows the scripts that the build put into the page, by their hash', async () => {
    server = await started(builtConsole());
    const policy = (await server.inject({ url: '/' })).headers['content-security-policy'];
    expect(policy).toBe(pagePolicy({ authIssuer: null }, ['start()']));
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
  });

  it('says so when the console was not built', async () => {
    server = await started(mkdtempSync(join(tmpdir(), 'ferry-console-')));
    const answer = await server.inject({ url: '/jobs', headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('was not built');
    expect((await server.inject({ url: '/main-X.js' })).statusCode).toBe(404);
  });
});
