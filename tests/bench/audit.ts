import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendAudit } from '#app/use-cases/append-audit.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { sealAudit } from '#app/use-cases/seal-audit.server.ts'
import { verifyAudit } from '#app/use-cases/verify-audit.server.ts'
import { openEngine } from '#db/engine.ts'
import { systemClock } from '#app/server/clock.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import type { Figures } from './figures.ts'

const ENTRIES_OF_WRITE = 500
const WRITERS = 16
const WRITES_OF_WRITER = 50

/** How many entries a second can be written down, given their place, and verified. */
export async function benchAudit({ quick }: { quick: boolean }): Promise<Figures> {
  const entries = quick ? 50_000 : 1_000_000
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-bench-audit-'))
  const postgres = await startPostgres({ durable: true })
  try {
    return {
      ...(await measure('SQLite', `file:${join(folder, 'portal.db')}`, entries)),
      ...(await measure('PostgreSQL', await postgres.createDatabase(), entries)),
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

async function measure(kind: string, url: string, entries: number): Promise<Figures> {
  const engine = await openEngine(url)
  try {
    await engine.migrate()
    await fillSmallCountry(engine, [{ id: 'sandvika' }])
    const portal = await openTestPortal(engine, systemClock())
    const single = await perSecond(WRITERS * WRITES_OF_WRITER, async () => {
      await Promise.all(
        Array.from({ length: WRITERS }, async () => {
          for (let write = 0; write < WRITES_OF_WRITER; write += 1) await append(portal)
        }),
      )
    })
    for (let written = 0; written < entries; written += ENTRIES_OF_WRITE) await fillWaiting(portal)
    const sealed = await perSecond(entries, () => sealAudit(portal))
    const began = performance.now()
    const verdict = await verifyAudit(engine, [])
    if (!verdict.ok) throw new Error(verdict.what)
    return {
      [`${kind}: reads written down, one a write`]: { value: Math.round(single), unit: '/s' },
      [`${kind}: entries sealed`]: { value: Math.round(sealed), unit: '/s' },
      [`${kind}: ${verdict.entries} entries verified`]: {
        value: (performance.now() - began) / 1000,
        unit: 's',
      },
    }
  } finally {
    await engine.close()
  }
}

/** What a page of staff does when it shows an appointment. */
async function append(portal: Portal): Promise<void> {
  await portal.engine.write((tx) =>
    appendAudit(tx, portal, {
      actor: { kind: 'staff', id: 'counter-sandvika' },
      actorRole: 'counter',
      action: 'appointment-read',
      object: { kind: 'appointment', id: 7 },
      scope: 'sandvika',
      reason: 'asked-by-the-person',
    }),
  )
}

/** Many such entries at once: here their number counts, not how they came. */
async function fillWaiting({ engine, auditIds }: Portal): Promise<void> {
  const rows = Array.from({ length: ENTRIES_OF_WRITE }, (_, id) => ({
    at: id,
    actor: auditIds.of('staff', 'counter-sandvika'),
    actorRole: 'counter',
    action: 'appointment-read' as const,
    objectKind: 'appointment' as const,
    objectId: auditIds.of('appointment', id),
    scope: 'sandvika',
    reason: 'asked-by-the-person' as const,
  }))
  await engine.write(async (tx) => {
    await tx.insert(engine.tables.auditWaiting).values(rows)
  })
}

async function perSecond(count: number, run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return count / ((performance.now() - began) / 1000)
}
