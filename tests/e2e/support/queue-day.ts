import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QueueService } from '#app/domain/queue/ticket.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { takeTicket, type WantedTicket } from '#app/use-cases/take-ticket.server.ts'
import { openEngine } from '#db/engine.ts'
import { CLOCK_START, copyTemplate, demoTemplate } from '#tests/support/demo-database.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { openTestPortal } from '#tests/support/small-country.ts'

/** Monday at ten: the offices are open. */
export const TEN_O_CLOCK = '2026-11-23T09:00:00Z'

export const OFFICE = 'oslo-baerum'

/** A portal in the middle of an open day, with what happened in its queue before. */
export type QueueDay = { portal: TestPortal; stop(): Promise<void> }

/** Starts a portal at ten o'clock; `before` works on its database while nobody else has it. */
export async function startQueueDay(before: (portal: Portal) => Promise<void>): Promise<QueueDay> {
  const dataDir = mkdtempSync(join(tmpdir(), 'forste-kontakt-queue-'))
  copyTemplate(demoTemplate(CLOCK_START), dataDir)
  await inQueue(`file:${join(dataDir, 'portal.db')}`, before)
  const portal = await startPortal({ dataDir, clockStart: TEN_O_CLOCK })
  return {
    portal,
    async stop() {
      await portal.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Works on the queue beside the server, as another process of the portal would. */
export async function inQueue<T>(
  databaseUrl: string,
  work: (portal: Portal) => Promise<T>,
  at = TEN_O_CLOCK,
): Promise<T> {
  const engine = await openEngine(databaseUrl)
  try {
    return await work(await openTestPortal(engine, aClockAt(at)))
  } finally {
    await engine.close()
  }
}

let made = 0

/** Somebody comes who has no appointment. */
export async function arrives(
  portal: Portal,
  service: QueueService,
  some: Partial<WantedTicket> = {},
): Promise<number> {
  const given = await takeTicket(portal, {
    ...{ key: `queue-day-${(made += 1)}-${process.pid}`, officeId: OFFICE, service },
    ...{ language: 'nb', needs: [], people: 1, ...some },
  })
  if (!given.ok) throw new Error(`Nobody gets a ticket: ${given.reason}`)
  return given.ticketId
}
