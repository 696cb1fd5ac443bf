import { randomUUID } from 'node:crypto'
import { arrive } from '#app/domain/queue/actions/arrive.ts'
import { changeQueue } from '#app/use-cases/change-queue.server.ts'
import { nowSeconds, type Portal } from '#app/use-cases/portal.server.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'
import { saveCounter } from '#db/queries/counters.ts'

/** Opens the first `count` counters of an office for some services. Answers their ids. */
export async function openCounters(
  portal: Portal,
  officeId: string,
  { count, services = ['passport'] }: { count: number; services?: QueueService[] },
): Promise<number[]> {
  const { engine, catalogue } = portal
  const resources = catalogue.resourcesOf(officeId).slice(0, count)
  await engine.write(async (tx) => {
    for (const { id, number } of resources) {
      await saveCounter(tx, engine.tables, {
        ...{
          id,
          number,
          officeId,
          status: 'open',
          services,
          staffId: null,
          since: nowSeconds(portal.clock),
          callsForHelp: false,
        },
      })
    }
  })
  return resources.map(({ id }) => id)
}

/** So many come in one moment, without appointments. */
export async function letArrive(
  portal: Portal,
  officeId: string,
  { count, service = 'passport' }: { count: number; service?: QueueService },
): Promise<void> {
  await changeQueue(portal, officeId, async (queue) => {
    const one = arrive(queue, {
      ...{ officeId, day: queue.day, service, language: 'nb', needs: [], people: 1, appointment: null },
    })
    if (!one.ok) throw new Error(one.reason)
    const keys = Array.from({ length: count }, () => randomUUID())
    const { added } = await queue.save({ ...one, added: keys.flatMap(() => one.added), events: [] }, keys)
    const { queueEvents } = portal.engine.tables
    await queue.tx.insert(queueEvents).values(
      added.map((ticketId) => ({
        ...{ ticketId, officeId, day: queue.day, at: queue.now, kind: 'arrived' as const, service },
        ...{ counterId: null, seconds: null, detail: 'walk-in' },
      })),
    )
  })
}
