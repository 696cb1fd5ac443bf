import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, beforeEach } from 'node:test'
import { seal, NO_HEAD, type SealedEntry } from '#app/domain/audit/audit-chain.ts'
import { auditDigest } from '#app/server/audit-digest.ts'
import { auditWitness, type AuditWitness } from '#app/server/audit-witness.ts'
import { appendAudit, type AuditEvent } from '#app/use-cases/append-audit.server.ts'
import { noteAuditHead } from '#app/use-cases/note-audit-head.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { sealAudit } from '#app/use-cases/seal-audit.server.ts'
import { verifyAudit } from '#app/use-cases/verify-audit.server.ts'
import { openEngine } from '#db/engine.ts'
import { eraseAuditNotesBefore, sealedEntriesAfter } from '#db/queries/audit.ts'
import { onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { byOutsideHand, LIFT_AUDIT_GUARD } from '#tests/support/outside-hand.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-audit-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0

const READING: AuditEvent = {
  actor: { kind: 'staff', id: 'counter-sandvika' },
  actorRole: 'counter',
  action: 'appointment-read',
  object: { kind: 'appointment', id: 7 },
  scope: 'sandvika',
  reason: 'asked-by-the-person',
}

onBothEngines('The audit', (openFresh, kind) => {
  let portal: Portal
  let witness: AuditWitness

  beforeEach(async () => {
    const engine = await openFresh()
    await fillSmallCountry(engine, [{ id: 'sandvika' }])
    portal = await openTestPortal(engine, aClockAt('2026-11-23T07:00:00Z'))
    witness = auditWitness(join(folder, `${(files += 1)}.log`))
  })

  const append = (...events: Partial<AuditEvent>[]) =>
    portal.engine.write(async (tx) => {
      for (const event of events) await appendAudit(tx, portal, { ...READING, ...event })
    })

  const verdict = async () => verifyAudit(portal.engine, await witness.read())

  const entries = () => sealedEntriesAfter(portal.engine.read, portal.engine.tables, 0, 100)

  /** Ten entries in their places, of which the head after the seventh and after the last were noted outside. */
  async function tenEntries(): Promise<void> {
    await append(...Array.from({ length: 7 }, (_, id) => ({ object: { kind: 'appointment', id } as const })))
    await sealAudit(portal)
    await noteAuditHead(portal, witness)
    await append({ action: 'login' }, { action: 'role-changed' }, { action: 'logout' })
    await sealAudit(portal)
    await noteAuditHead(portal, witness)
  }

  const tamper = (...statements: string[]) =>
    byOutsideHand(urlOf(portal.engine), ...LIFT_AUDIT_GUARD[kind], ...statements)

  async function assertBroken(position: number, what: RegExp): Promise<void> {
    const found = await verdict()
    assert.ok(!found.ok, 'the verifier saw nothing')
    assert.match(found.what, what)
    assert.equal(found.position, position)
  }

  test('tells who did what to what in a chain, and the verifier finds it whole', async () => {
    await tenEntries()
    assert.deepEqual(await verdict(), {
      ok: true,
      entries: 10,
      heads: 2,
      waiting: 0,
      oldestWaitingAt: null,
      takenAway: 0,
    })
    const [first] = await entries()
    assert.equal(first?.action, 'appointment-read')
    assert.equal(first?.scope, 'sandvika')
  })

  test('holds no id and no name in the clear, and the same one under the same hash', async () => {
    await append(
      { object: { kind: 'person', id: '12881234567' }, note: 'Spurte om tiden til 12881234567' },
      {},
    )
    await sealAudit(portal)
    const [first, second] = await entries()
    assert.doesNotMatch(JSON.stringify([first, second]), /12881234567|counter-sandvika/)
    assert.equal(first?.actor, second?.actor)
    assert.match(first?.actor ?? '', /^test\.[\w-]{22}$/)
  })

  test('is kept with what it tells of, or not at all', async () => {
    await assert.rejects(
      portal.engine.write(async (tx) => {
        await appendAudit(tx, portal, READING)
        throw new Error('the change failed')
      }),
    )
    await sealAudit(portal)
    assert.deepEqual(await entries(), [])
  })

  test('an erased note leaves the chain whole; a changed one does not', async () => {
    await append({ note: 'Ringte fra nummeret sitt' }, { note: 'Sto i skranken' })
    await sealAudit(portal)
    const later = portal.clock.now().epochMilliseconds + 1
    await byOutsideHand(
      urlOf(portal.engine),
      "UPDATE audit_notes SET text = 'noe annet' WHERE text LIKE 'Sto%'",
    )
    await assertBroken(2, /note/)
    assert.equal(await portal.engine.write((tx) => eraseAuditNotesBefore(tx, portal.engine.tables, later)), 2)
    assert.equal((await verdict()).ok, true)
  })

  test('two sealers at once seal each entry once', async () => {
    const other = await openEngine(urlOf(portal.engine))
    try {
      for (let round = 0; round < 5; round += 1) {
        await append(...Array.from({ length: 40 }, () => ({})))
        await Promise.all([sealAudit(portal), sealAudit({ engine: other }), append({}), sealAudit(portal)])
      }
      await sealAudit(portal)
      const found = await verdict()
      assert.ok(found.ok)
      assert.deepEqual([found.entries, found.waiting], [205, 0])
    } finally {
      await other.close()
    }
  })

  test('an entry that is committed late comes late, and is not lost', async () => {
    await append({}, {}, {})
    const { auditWaiting } = portal.engine.tables
    const [first] = await portal.engine.read.select().from(auditWaiting)
    assert.ok(first)
    // As on PostgreSQL, where a number may be given before it can be seen.
    await byOutsideHand(urlOf(portal.engine), `DELETE FROM audit_waiting WHERE id = ${first.id}`)
    await sealAudit(portal)
    await portal.engine.write(async (tx) => {
      await tx.insert(auditWaiting).values(first)
    })
    await sealAudit(portal)
    const found = await verdict()
    assert.ok(found.ok)
    assert.deepEqual(
      (await entries()).map(({ entryId }) => entryId - first.id),
      [1, 2, 0],
    )
  })

  test('the database itself refuses to change, remove or replace what has its place', async () => {
    await tenEntries()
    const url = urlOf(portal.engine)
    const row = "3, 1, 0, 'system', 'system', 'login', 'x', 'x'"
    const columns = 'position, entry_id, at, actor, actor_role, action, previous_hash, hash'
    for (const statement of [
      "UPDATE audit_entries SET action = 'login' WHERE position = 3",
      'DELETE FROM audit_entries WHERE position = 3',
      kind === 'sqlite'
        ? `INSERT OR REPLACE INTO audit_entries (${columns}) VALUES (${row})`
        : 'TRUNCATE audit_entries',
    ]) {
      await assert.rejects(byOutsideHand(url, statement), /append-only/)
    }
    assert.equal((await verdict()).ok, true)
  })

  test('Threat 27: an edited entry is found', async () => {
    await tenEntries()
    await tamper("UPDATE audit_entries SET actor = 'someone.else' WHERE position = 3")
    await assertBroken(3, /content/)
  })

  for (const column of ['at', 'entry_id'])
    test(`Threat 27: an entry whose ${column} is edited is found`, async () => {
      await tenEntries()
      await tamper(`UPDATE audit_entries SET ${column} = ${column} + 1000 WHERE position = 5`)
      await assertBroken(5, /content/)
    })

  test('Threat 27: a removed entry is found', async () => {
    await tenEntries()
    await tamper('DELETE FROM audit_entries WHERE position = 4')
    await assertBroken(4, /missing/)
  })

  test('Threat 27: a removed entry is found when the gap is closed', async () => {
    await tenEntries()
    await tamper(
      'DELETE FROM audit_entries WHERE position = 9',
      'UPDATE audit_entries SET position = 9 WHERE position = 10',
    )
    await assertBroken(9, /follow/)
  })

  test('Threat 27: two entries that changed places are found', async () => {
    await tenEntries()
    await tamper(
      'UPDATE audit_entries SET position = 99 WHERE position = 2',
      'UPDATE audit_entries SET position = 2 WHERE position = 3',
      'UPDATE audit_entries SET position = 3 WHERE position = 99',
    )
    await assertBroken(2, /follow/)
  })

  for (const position of [0, 11])
    test(`Threat 27: an entry that is put in at position ${position} is found`, async () => {
      await tenEntries()
      await tamper(
        `INSERT INTO audit_entries SELECT ${position}, 999, at, actor, actor_role, action, object_kind, object_id, scope, reason, note_hash, hash, 'made-up' FROM audit_entries WHERE position = 10`,
      )
      await assertBroken(position === 0 ? 1 : 11, position === 0 ? /missing/ : /content/)
    })

  test('Threat 27: a tail that is cut is found by what was noted outside', async () => {
    await tenEntries()
    await tamper('DELETE FROM audit_entries WHERE position > 8')
    await assertBroken(9, /cut/)
  })

  test('Threat 27: an audit that is emptied is found', async () => {
    await tenEntries()
    await tamper('DELETE FROM audit_entries')
    await assertBroken(1, /cut/)
  })

  /** Takes an entry out and computes all the others anew, as one who knows this code would. */
  async function rewriteWithout(position: number): Promise<void> {
    const left = (await entries()).filter((entry) => entry.position !== position)
    const waiting = left.map(({ position: _, entryId: id, previousHash: __, hash: ___, ...content }) => ({
      ...content,
      id,
    }))
    await tamper('DELETE FROM audit_entries')
    const rewritten: SealedEntry[] = seal(NO_HEAD, waiting, auditDigest)
    await portal.engine.write(async (tx) => {
      await tx.insert(portal.engine.tables.auditEntries).values(rewritten)
    })
  }

  test('Threat 27: a chain that is rewritten as a whole is found by what was noted outside', async () => {
    await tenEntries()
    await rewriteWithout(2)
    await append({})
    await sealAudit(portal)
    assert.equal((await verifyAudit(portal.engine, [])).ok, true, 'by itself it is a whole chain')
    await assertBroken(7, /rewritten/)
  })

  test('Threat 27: heads that contradict each other are told of', async () => {
    await tenEntries()
    await rewriteWithout(2)
    await append({})
    await sealAudit(portal)
    await noteAuditHead(portal, witness)
    await assertBroken(0, /contradict/)
  })

  test('a restored backup takes entries away, and that is told of rather than called a fraud', async () => {
    await tenEntries()
    await tamper('DELETE FROM audit_entries WHERE position > 5')
    await noteAuditHead(portal, witness, { restored: true })
    await append({}, {}, {})
    await sealAudit(portal)
    await noteAuditHead(portal, witness)
    const found = await verdict()
    assert.ok(found.ok, JSON.stringify(found))
    assert.deepEqual([found.entries, found.takenAway], [8, 5])
  })

  test('a head is noted once, and again when there is more', async () => {
    assert.equal(await noteAuditHead(portal, witness), null)
    await tenEntries()
    assert.equal(await noteAuditHead(portal, witness, { unless: 10 }), null)
    assert.deepEqual(
      (await witness.read()).map(({ position }) => position),
      [7, 10],
    )
  })
})
