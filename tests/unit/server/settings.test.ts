import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readSettings } from '#app/server/settings.ts'
import { SettingsError } from '#app/server/settings-error.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'settings-'))
after(() => rmSync(DATA_DIR, { recursive: true }))

const KEY = `k1:${'a'.repeat(43)}`
const CLIENT_KEY = JSON.stringify({ kty: 'RSA', n: 'n', e: 'AQAB', d: 'd', kid: '2026-01' })
const PRODUCTION = {
  DATA_DIR,
  PORTAL_MODE: 'production',
  FIELD_KEY: KEY,
  COOKIE_KEYS: `${KEY},k0:${'b'.repeat(43)}`,
  IDENTITY_HASH_KEY: KEY,
  CITIZEN_ISSUER: 'https://login.example.org',
  CITIZEN_CLIENT_KEY: CLIENT_KEY,
  STAFF_ISSUER: 'https://staff.example.org',
  STAFF_CLIENT_KEY: CLIENT_KEY,
  AUDIT_KEY: KEY,
  BACKUP_KEY: KEY,
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

test('a demonstration makes itself keys that only its user may read, and keeps them', () => {
  const { fieldKey, auditKey, backupKey } = settingsOf({ DATA_DIR })
  for (const key of [fieldKey, auditKey, backupKey]) assert.match(key, /^demo:[\w-]{43}$/)
  assert.equal(new Set([fieldKey, auditKey, backupKey]).size, 3)
  const again = settingsOf({ DATA_DIR })
  assert.deepEqual([again.fieldKey, again.auditKey, again.backupKey], [fieldKey, auditKey, backupKey])
  assert.equal(statSync(join(DATA_DIR, 'keys.json')).mode & 0o777, 0o600)
})

test('a demonstration that began before there were so many keys keeps the one it has', () => {
  const dataDir = mkdtempSync(join(DATA_DIR, 'older-'))
  writeFileSync(join(dataDir, 'keys.json'), JSON.stringify({ FIELD_KEY: `demo:${'f'.repeat(43)}` }))
  const { fieldKey, auditKey } = settingsOf({ DATA_DIR: dataDir })
  assert.equal(fieldKey, `demo:${'f'.repeat(43)}`)
  assert.match(readFileSync(join(dataDir, 'keys.json'), 'utf8'), new RegExp(auditKey))
})

test('nothing is backed up by itself until a folder is named', () => {
  assert.equal(settingsOf({ DATA_DIR }).scheduledBackup, null)
  assert.deepEqual(settingsOf({ DATA_DIR, BACKUP_DIR: '/srv/backups', BACKUPS_KEPT: '3' }).scheduledBackup, {
    folder: '/srv/backups',
    everyHours: 24,
    kept: 3,
  })
})

test('an older key for backups may follow the one in use', () => {
  const keys = `k2:${'b'.repeat(43)},${KEY}`
  assert.equal(settingsOf({ ...PRODUCTION, BACKUP_KEY: keys }).backupKey, keys)
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
  'a key for backups with an older one that is too short': [
    { BACKUP_KEY: `${KEY},k0:short` },
    /^BACKUP_KEY must be an id, a colon/,
  ],
  'backups that are never made': [{ BACKUP_EVERY_HOURS: '0' }, /^BACKUP_EVERY_HOURS /],
  'backups of which none is kept': [{ BACKUPS_KEPT: '0' }, /^BACKUPS_KEPT /],
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

const demonstration = settingsOf({ DATA_DIR })

const unfitForProduction = {
  ...Object.fromEntries(
    (
      [
        ...([
          'FIELD_KEY',
          'COOKIE_KEYS',
          'IDENTITY_HASH_KEY',
          'AUDIT_KEY',
          'BACKUP_KEY',
          'CITIZEN_CLIENT_KEY',
          'STAFF_CLIENT_KEY',
        ] as const),
        ...(['CITIZEN_ISSUER', 'STAFF_ISSUER'] as const),
      ] as const
    ).map((name) => [
      `without ${name}`,
      [{ [name]: undefined }, new RegExp(`^SettingsError: ${name} is missing`)],
    ]),
  ),
  'with a key of a demonstration': [
    { FIELD_KEY: demonstration.fieldKey },
    /FIELD_KEY is the demonstration's/,
  ],
  'with an old key of a demonstration': [
    { COOKIE_KEYS: `${KEY},${demonstration.cookieKeys}` },
    /COOKIE_KEYS is the demonstration's/,
  ],
  'with the client key of a demonstration': [
    { CITIZEN_CLIENT_KEY: demonstration.citizenProvider.clientKey },
    /CITIZEN_CLIENT_KEY is the demonstration's/,
  ],
  'with a client key that is none': [
    { STAFF_CLIENT_KEY: '{}' },
    /STAFF_CLIENT_KEY must be a private RSA key/,
  ],
  'with the test issuer': [
    { CITIZEN_ISSUER: demonstration.citizenProvider.issuer },
    /CITIZEN_ISSUER must be an https address/,
  ],
  'with a staff issuer that is not encrypted': [
    { STAFF_ISSUER: 'http://staff.example.org' },
    /STAFF_ISSUER must be an https address/,
  ],
  'with the public test of an issuer': [
    { CITIZEN_ISSUER: 'https://test.idporten.example' },
    /CITIZEN_ISSUER is a test/,
  ],
  'with an issuer on this machine': [
    { STAFF_ISSUER: 'https://localhost:3001/staff' },
    /STAFF_ISSUER is a test/,
  ],
  'with one issuer for both': [{ STAFF_ISSUER: PRODUCTION.CITIZEN_ISSUER }, /must be two/],
  'with a register that is not encrypted': [
    { REGISTER_URL: 'http://register.example.org' },
    /REGISTER_URL must be an https address/,
  ],
  'with a port for test logins': [{ TEST_PROVIDER_PORT: '3001' }, /TEST_PROVIDER_PORT/],
  'with a clock that is set': [{ CLOCK_START: '2026-11-23T07:00:00Z' }, /CLOCK_START/],
  'without an address': [{ BASE_URL: undefined }, /BASE_URL must be an https address/],
  'without a mail server': [{ SMTP_URL: undefined }, /SMTP_URL is missing/],
  'without a text message service': [{ SMS_URL: undefined }, /SMS_URL is missing/],
  'with text messages that are not encrypted': [
    { SMS_URL: 'http://sms.example.org' },
    /SMS_URL must begin with https/,
  ],
  'with an address that is not encrypted': [
    { BASE_URL: 'http://politi.no' },
    /BASE_URL must be an https address/,
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
