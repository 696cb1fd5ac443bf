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
  SMTP_URL: 'smtps://mail.example.org',
  SMS_URL: 'https://sms.example.org/send',
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

test('in the demonstration no message goes out; the sender is at the address of the portal', () => {
  const { smtpUrl, smsUrl, mailFrom, worker } = settingsOf({
    DATA_DIR,
    BASE_URL: 'https://politi.example.org',
  })
  assert.deepEqual(
    { smtpUrl, smsUrl, mailFrom, worker },
    { smtpUrl: null, smsUrl: null, mailFrom: 'no-reply@politi.example.org', worker: 'inside' },
  )
})

test('on PostgreSQL a worker of its own may do the work', () => {
  const settings = { DATA_DIR, WORKER: 'apart', DATABASE_URL: 'postgres://127.0.0.1/portal' }
  assert.equal(settingsOf(settings).worker, 'apart')
})

test('a text message service on this machine needs no encryption', () => {
  const url = 'http://127.0.0.1:8080/send'
  assert.equal(settingsOf({ ...PRODUCTION, SMS_URL: url }).smsUrl, url)
})

const wrong = {
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
  'a mail server of another kind': [{ SMTP_URL: 'https://mail.example.org' }, /^SMTP_URL must begin with/],
  'a sender that is no address': [{ MAIL_FROM: 'no-reply' }, /^MAIL_FROM must be an e-mail address\.$/],
  'a text message service of another kind': [{ SMS_URL: 'sms.example.org' }, /^SMS_URL must begin with/],
  'a worker that is nowhere': [{ WORKER: 'outside' }, /^WORKER /],
  'a worker apart on SQLite': [{ WORKER: 'apart' }, /^WORKER=apart needs PostgreSQL/],
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
  'without a mail server': [{ SMTP_URL: undefined }, /SMTP_URL is missing/],
  'without a text message service': [{ SMS_URL: undefined }, /SMS_URL is missing/],
  'with text messages that are not encrypted': [
    { SMS_URL: 'http://sms.example.org' },
    /SMS_URL must begin with https/,
  ],
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
