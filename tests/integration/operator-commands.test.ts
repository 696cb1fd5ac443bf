import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { TOP } from '#app/start/runtime.js'
import { scheduledBackup } from '#app/start/scheduled-backup.ts'
import { backupName, backupsIn } from '#app/start/kept-backups.ts'
import { appendAudit } from '#app/use-cases/append-audit.server.ts'
import { sealAudit } from '#app/use-cases/seal-audit.server.ts'
import { readKeyRing } from '#app/server/key-ring.ts'
import { createPersonKeys } from '#app/server/person-keys.ts'
import { readSettings } from '#app/server/settings.ts'
import { openEngine } from '#db/engine.ts'
import { insertSession } from '#db/queries/sessions.ts'
import { insertStaff } from '#db/queries/staff.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { byOutsideHand, LIFT_AUDIT_GUARD } from '#tests/support/outside-hand.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'forste-kontakt-commands-'))
const BACKUP_DIR = join(DATA_DIR, 'backups')
const URL = `file:${join(DATA_DIR, 'portal.db')}`
after(() => rmSync(DATA_DIR, { recursive: true }))

before(async () => {
  const engine = await openEngine(URL)
  await engine.migrate()
  await fillSmallCountry(engine, [{ id: 'sandvika' }])
  const portal = await openTestPortal(engine, aClockAt('2026-11-23T07:00:00Z'))
  await engine.write((tx) =>
    appendAudit(tx, portal, { actor: 'system', actorRole: 'system', action: 'retention-run' }),
  )
  await sealAudit(portal)
  await engine.close()
})

function run(script: string, args: string[] = [], env: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(TOP, 'app', 'start', script), ...args],
    {
      env: { ...process.env, DATA_DIR, DATABASE_URL: URL, ...env },
      ...{ encoding: 'utf8', input },
    },
  )
  return { status, said: stdout + stderr }
}

test('an operator backs up, restores elsewhere, and finds the audit whole there', () => {
  const file = join(DATA_DIR, 'by-hand.backup')
  const made = run('backup.ts', [file])
  assert.equal(made.status, 0, made.said)
  assert.match(made.said, /Backed up and verified: \d+ rows in \d+ tables/)
  const DATABASE_URL = `file:${join(DATA_DIR, 'elsewhere', 'portal.db')}`
  const restored = run('restore.ts', [file], { DATABASE_URL })
  assert.equal(restored.status, 0, restored.said)
  const verified = run('verify-audit.ts', [], { DATABASE_URL })
  assert.deepEqual(
    [verified.status, /The audit is whole: 1 entries/.test(verified.said)],
    [0, true],
    verified.said,
  )
})

test('an operator ends the sessions of a citizen, of a member of staff, or of everybody', async () => {
  const number = '17858430038'
  const settings = readSettings({ NODE_ENV: 'test', DATA_DIR })
  const keys = createPersonKeys(readKeyRing(settings.identityHashKey))
  const engine = await openEngine(URL)
  const { tables } = engine
  const login = { level: 'substantial', sid: null, startedAt: 1, seenAt: 1, sealed: '' } as const
  await engine.write(async (tx) => {
    const staffId = await insertStaff(tx, tables, { subject: 'desk-7', name: 'Desk' })
    for (const [idHash, audience, owner] of [
      ['phone', 'citizen', keys.keyOf(number)],
      ['laptop', 'citizen', keys.keyOf(number)],
      ['desk', 'staff', String(staffId)],
      ['other', 'citizen', 'somebody-else'],
    ] as const) {
      await insertSession(tx, tables, { ...login, idHash, audience, owner })
    }
  })
  const left = async () =>
    (await engine.read.select().from(tables.sessions)).map(({ idHash }) => idHash).sort()
  const ended: [string[], string, string[]][] = [
    [['--citizen'], `${number}\n`, ['desk', 'other']],
    [['--staff', 'desk-7'], '', ['other']],
    [['--everybody'], '', []],
  ]
  for (const [args, input, expected] of ended) {
    const { status, said } = run('end-sessions.ts', args, {}, input)
    assert.equal(status, 0, said)
    assert.match(said, /^Sessions ended: [12]\.\n$/)
    assert.deepEqual(await left(), expected)
  }
  const noted = await engine.read.select().from(tables.auditWaiting)
  assert.deepEqual(
    noted.map(({ action, actorRole }) => [action, actorRole]),
    ended.map(() => ['logout-everywhere', 'operator']),
  )
  for (const [args, input, sentence] of [
    [[], '', /^Say whose: /],
    [['--staff', 'nobody'], '', /^Nobody with that subject works here\.\n$/],
    [['--citizen'], 'seventeen', /^A national number has eleven digits\.\n$/],
  ] as const) {
    const { status, said } = run('end-sessions.ts', [...args], {}, input)
    assert.equal(status, 1)
    assert.match(said, sentence)
  }
  await engine.write((tx) => tx.delete(tables.auditWaiting))
  await engine.close()
})

test('what an operator got wrong is one sentence and exit code 1', () => {
  for (const [script, args, env, sentence] of [
    ['backup.ts', [], {}, /^Name one file: npm run backup -- FILE\n$/],
    ['backup.ts', ['a', 'b'], {}, /^Name one file/],
    ['backup.ts', ['--all'], {}, /Unknown option '--all'/],
    ['restore.ts', [join(DATA_DIR, 'none')], {}, /^There is no file .*none\.\n$/],
    ['restore.ts', [join(DATA_DIR, 'by-hand.backup')], {}, /^There is a database already\..*--replace/],
    [
      'restore.ts',
      [join(DATA_DIR, 'by-hand.backup')],
      { BACKUP_KEY: `other:${'a'.repeat(43)}` },
      /^.* was sealed with the key "demo", and BACKUP_KEY has only: other\.\n$/,
    ],
    ['backup.ts', [join(DATA_DIR, 'no')], { BACKUP_KEY: 'short' }, /^BACKUP_KEY must be/],
  ] as const) {
    const { status, said } = run(script, [...args], env)
    assert.match(said, sentence)
    assert.equal(status, 1)
  }
})

test('Threat 27: the command that verifies the audit says which entry is wrong, with exit code 1', async () => {
  const copy = join(DATA_DIR, 'tampered.db')
  await byOutsideHand(URL, `VACUUM INTO '${copy}'`)
  await byOutsideHand(`file:${copy}`, ...LIFT_AUDIT_GUARD.sqlite, "UPDATE audit_entries SET actor = 'nobody'")
  const { status, said } = run('verify-audit.ts', [], { DATABASE_URL: `file:${copy}` })
  assert.equal(said, 'The audit is broken at entry 1: its content is not what was sealed.\n')
  assert.equal(status, 1)
})

test('Threat 22: a backup is made by itself when the newest is too old, and the oldest go', async () => {
  const [today, yesterday, before] = ['2026-11-23T07:00:00Z', '2026-11-22T06:00:00Z', '2026-11-21T06:00:00Z']
  mkdirSync(BACKUP_DIR)
  for (const moment of [yesterday, before]) {
    writeFileSync(join(BACKUP_DIR, backupName(Temporal.Instant.from(moment))), '')
  }
  Object.assign(process.env, { DATA_DIR, DATABASE_URL: URL, BACKUP_DIR, BACKUPS_KEPT: '2' })
  const clock = aClockAt(yesterday)
  const said: string[] = []
  const job = scheduledBackup(
    { folder: BACKUP_DIR, everyHours: 24, kept: 2 },
    { clock, stop: new AbortController().signal, say: (line) => said.push(line) },
  )
  await job.run()
  assert.deepEqual(said, [], 'none is due')
  clock.moveTo(today)
  await job.run()
  assert.match(said.join('\n'), /Backed up and verified[^]*Removed the older portal-2026-11-21/)
  assert.equal(backupsIn(BACKUP_DIR).length, 2)
  assert.equal(readdirSync(BACKUP_DIR).length, 2)
})

test('Threat 22: a backup of the schedule that fails is told of with its reason, and leaves nothing', async () => {
  Object.assign(process.env, { DATABASE_URL: `file:${join(DATA_DIR, 'gone.db')}` })
  const folder = join(DATA_DIR, 'others')
  Object.assign(process.env, { BACKUP_DIR: folder })
  const job = scheduledBackup(
    { folder, everyHours: 24, kept: 2 },
    { clock: aClockAt('2026-11-23T07:00:00Z'), stop: new AbortController().signal, say: () => {} },
  )
  await assert.rejects(Promise.resolve(job.run()), /There is no database|does not exist|unable to open/)
  assert.deepEqual(readdirSync(folder), [])
})
