import { defineConfig } from '@playwright/test'

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/demo-database.setup.ts',
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes on the second try hides something.
  retries: 0,
  // For a machine that is slow or busy: a test that passes waits for none of it. test.slow() allows three times as much.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // tests/run.js reads the counts here.
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/forste-kontakt/browser-tests.json' }]],
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  use: {
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // Nobody can fetch a trace from CI, and recording takes a tenth of the time; a failed test tells what it saw.
    trace: process.env.PLAYWRIGHT_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // Chromium's sandbox refuses root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
      ],
    },
  },
})
