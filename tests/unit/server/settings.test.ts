import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readSettings, SettingsError } from '#app/server/settings.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'settings-'))
after(() => rmSync(DATA_DIR, { recursive: true }))

const KEY = `k1:${'a'.repeat(43)}`
const PRODUCTION = {
  DATA_DIR,
  PORTAL_MODE: 'production',
  FIELD_KEY: KEY,
  BASE_URL: 'https://politi.example.org',
}

test('without any settings it is a demonstration on loopback with a database in the data folder', () => {
  const { mode, host, port, baseUrl, databaseUrl, clockStart } = settingsOf({ DATA_DIR })
  assert.deepEqual(
    { mode, host, port, baseUrl, databaseUrl, clockStart },
    {
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      databaseUrl: `file:${join(DATA_DIR, 'portal.db')}`,
      clockStart: undefined,
    },
  )
})

test('a demonstration makes itself a key that only its user may read, and keeps it', () => {
  const { fieldKey } = settingsOf({ DATA_DIR })
  assert.match(fieldKey, /^demo:[\w-]{43}$/)
  assert.equal(settingsOf({ DATA_DIR }).fieldKey, fieldKey)
  assert.equal(statSync(join(DATA_DIR, 'keys.json')).mode & 0o777, 0o600)
})

test('the clock of a demonstration may start elsewhere', () => {
  const { clockStart } = settingsOf({ DATA_DIR, CLOCK_START: '2026-11-23T07:00:00Z' })
  assert.equal(clockStart?.toString(), '2026-11-23T07:00:00Z')
})

test('a production portal takes its own key and address', () => {
  const settings = settingsOf(PRODUCTION)
  assert.deepEqual(
    [settings.mode, settings.fieldKey, settings.baseUrl],
    ['production', KEY, PRODUCTION.BASE_URL],
  )
})

test('nobody is trusted as a proxy, nothing is counted and requests are not logged unless it is said', () => {
  const { trustProxy, metricsPort, logLevel } = settingsOf({ DATA_DIR })
  assert.deepEqual(
    { trustProxy, metricsPort, logLevel },
    { trustProxy: null, metricsPort: null, logLevel: 'warn' },
  )
  assert.equal(settingsOf(PRODUCTION).logLevel, 'info')
})

test('the proxies, the port of the counters and the loudness of the log may be set', () => {
  const { trustProxy, metricsPort, logLevel } = settingsOf({
    ...{ DATA_DIR, TRUST_PROXY: 'loopback, 10.0.0.0/8', METRICS_PORT: '9100', LOG_LEVEL: 'debug' },
  })
  assert.deepEqual(
    { trustProxy, metricsPort, logLevel },
    { trustProxy: ['loopback', '10.0.0.0/8'], metricsPort: 9100, logLevel: 'debug' },
  )
  assert.equal(settingsOf({ DATA_DIR, METRICS_PORT: '' }).metricsPort, null)
})

const wrong = {
  'a proxy that is everybody': [{ TRUST_PROXY: 'true' }, /^TRUST_PROXY /],
  'a port for counters that is none': [{ METRICS_PORT: 'many' }, /^METRICS_PORT /],
  'a loudness that does not exist': [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
  'a mode that does not exist': [{ PORTAL_MODE: 'test' }, /^PORTAL_MODE /],
  'a port that is no number': [{ PORT: 'http' }, /^PORT /],
  'a port that is too high': [{ PORT: '65536' }, /^PORT /],
  'a port below zero': [{ PORT: '-1' }, /^PORT /],
  'half a port': [{ PORT: '80.5' }, /^PORT /],
  'an address that is none': [{ BASE_URL: 'politi.no' }, /^BASE_URL /],
  'a database of another kind': [
    { DATABASE_URL: 'mysql://localhost' },
    /^DATABASE_URL must begin with file: or postgres:\/\/\.$/,
  ],
  'a key without an id': [{ FIELD_KEY: 'a'.repeat(43) }, /^FIELD_KEY must be an id, a colon/],
  'a key that is too short': [{ FIELD_KEY: `k1:${'a'.repeat(42)}` }, /^FIELD_KEY must be an id, a colon/],
  'a clock that starts at no instant': [
    { CLOCK_START: '2026-11-23' },
    /^CLOCK_START must be an instant like 2026-11-23T07:00:00Z\.$/,
  ],
} as const
for (const [what, [environment, message]] of Object.entries(wrong)) {
  test(`${what} stops the start with a sentence that names the setting`, () => {
    assert.throws(
      () => settingsOf({ DATA_DIR, ...environment }),
      (error) => {
        assert.ok(error instanceof SettingsError)
        assert.match(error.message, message)
        return true
      },
    )
  })
}

test('all wrong settings are named at once', () => {
  assert.throws(() => settingsOf({ DATA_DIR, PORT: 'x', FIELD_KEY: 'x' }), /PORT [^]*\nFIELD_KEY /)
})

const unfitForProduction = {
  'without a key of its own': [{ FIELD_KEY: undefined }, /FIELD_KEY/],
  'with a clock that is set': [{ CLOCK_START: '2026-11-23T07:00:00Z' }, /CLOCK_START/],
  'without an address': [{ BASE_URL: undefined }, /BASE_URL must be the https address/],
  'with an address that is not encrypted': [
    { BASE_URL: 'http://politi.no' },
    /BASE_URL must be the https address/,
  ],
} as const
for (const [what, [environment, message]] of Object.entries(unfitForProduction)) {
  test(`a production portal does not start ${what}`, () => {
    assert.throws(() => settingsOf({ ...PRODUCTION, ...environment }), message)
  })
}

function settingsOf(environment: Record<string, string | undefined>) {
  return readSettings({ NODE_ENV: 'test', ...environment })
}
