import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { backupName, backupsIn, removeOlderBackups } from '#app/start/kept-backups.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-backups-'))
after(() => rmSync(folder, { recursive: true }))

const MOMENTS = ['2026-11-23T07:00:00Z', '2026-11-22T07:00:01Z', '2026-11-24T06:59:59Z'].map((moment) =>
  Temporal.Instant.from(moment),
)

test('the newest backups are kept, and what is not ours is left alone', () => {
  for (const moment of MOMENTS) writeFileSync(join(folder, backupName(moment)), '')
  writeFileSync(join(folder, 'portal-by-hand.backup'), '')
  writeFileSync(join(folder, `${backupName(Temporal.Instant.from('2026-11-25T07:00:00Z'))}.making`), '')
  assert.deepEqual(
    backupsIn(folder).map(({ madeAt }) => madeAt.toString()),
    ['2026-11-24T06:59:59Z', '2026-11-23T07:00:00Z', '2026-11-22T07:00:01Z'],
  )
  assert.deepEqual(removeOlderBackups(folder, 2), ['portal-2026-11-22T07-00-01Z.backup'])
  assert.equal(readdirSync(folder).length, 4)
})

test('a folder that is not there yet has no backups', () => {
  assert.deepEqual(backupsIn(join(folder, 'none')), [])
})
