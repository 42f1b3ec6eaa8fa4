import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { DATA_FOLDER, EVIDENCE_FOLDER, HTTPS_PORT, HTTP_ADDRESS, PORT } from './src/support/addresses';

/** The browser that `npm test` found or installed; started by hand, Debian's. Playwright downloads none. */
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: EVIDENCE_FOLDER,
  // One service, one sandbox: journeys take turns.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: HTTP_ADDRESS,
    ignoreHTTPSErrors: true,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(existsSync(chromium) ? { executablePath: chromium } : {}) },
  },
  webServer: {
    command: 'node src/support/empty-data-folder.mjs && node --enable-source-maps ../../dist/apps/api/main.js',
    url: `${HTTP_ADDRESS}/health/ready`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      HOST: '127.0.0.1',
      PORT: String(PORT),
      HTTPS_PORT: String(HTTPS_PORT),
      FERRY_DATA_DIR: DATA_FOLDER,
      LOG_LEVEL: 'warn',
      // The sandbox on the embedded database, whatever the caller's own settings are.
      DATABASE_URL: '',
      FERRY_AUTH_ISSUER: '',
    },
  },
});
