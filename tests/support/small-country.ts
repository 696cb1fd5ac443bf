import { randomBytes } from 'node:crypto'
import type { Office } from '#app/domain/geography/office.ts'
import { createAuditIds } from '#app/server/audit-ids.ts'
import type { Clock } from '#app/server/clock.ts'
import { createLinks } from '#app/server/links.ts'
import { openPortal, type Portal } from '#app/use-cases/portal.server.ts'
import type { Engine } from '#db/engine.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { anOffice } from './builders.ts'

const EVERY_WEEKDAY = [1, 2, 3, 4, 5]

/** An office with its counters. All are open at the same hours, Monday to Friday unless said otherwise. */
export type SmallOffice = Partial<Office> & {
  counters?: number
  opens?: string
  closes?: string
  weekdays?: readonly number[]
  closedOn?: readonly string[]
  /** Open on these days only, as a bus at its stop. */
  onlyOn?: readonly string[]
}

/**
 * Fills a migrated database with a few offices and the delivered rules, in place of all that is there: a seed takes
 * seconds, this milliseconds.
 */
export async function fillSmallCountry(engine: Engine, offices: readonly SmallOffice[]): Promise<void> {
  const { tables } = engine
  const rules = deliveredRules()
  await engine.write(async (tx) => {
    // What refers to others goes first. The audit cannot be deleted from: what a test did stays.
    for (const table of Object.values(tables).reverse()) {
      if (table !== tables.auditEntries) await tx.delete(table)
    }
    await tx.insert(tables.serviceRules).values(rules)
    for (const office of offices) await insertOffice(tx, engine, office)
    await tx.insert(tables.municipalities).values({
      number: '3201',
      name: 'Bærum',
      names: ['Bærum'],
      districtId: 'oslo',
      latitude: 59.89,
      longitude: 10.53,
      population: 130_000,
    })
    await tx.insert(tables.seedings).values({ size: 'test', day: '2026-11-23', finishedAt: 1 })
  })
}

async function insertOffice(
  tx: Parameters<Parameters<Engine['write']>[0]>[0],
  { tables }: Engine,
  {
    counters = 1,
    opens = '09:00',
    closes = '15:00',
    weekdays = EVERY_WEEKDAY,
    closedOn = [],
    onlyOn = [],
    ...fields
  }: SmallOffice,
): Promise<void> {
  const office = anOffice(fields)
  const officeId = office.id
  await tx.insert(tables.offices).values(office)
  for (let number = 1; number <= counters; number += 1) {
    const [row] = await tx
      .insert(tables.resources)
      .values({ officeId, number })
      .returning({ id: tables.resources.id })
    if (!row) throw new Error('An inserted counter must come back')
    const hours = { resourceId: row.id, opens, closes }
    if (onlyOn.length > 0) {
      await tx.insert(tables.datedOpenings).values(onlyOn.map((day) => ({ ...hours, day })))
    } else {
      await tx
        .insert(tables.openings)
        .values(weekdays.map((weekday) => ({ ...hours, weekday, validFrom: '2020-01-01' })))
    }
  }
  for (const day of closedOn)
    await tx.insert(tables.closures).values({ officeId, day, reason: 'planning-day' })
}

/** A portal on a database that is filled; several may work on the same one, each with a cache of its own. */
export function openTestPortal(engine: Engine, clock: Clock): Promise<Portal> {
  return openPortal({
    engine,
    clock,
    randomBytes: (count) => randomBytes(count),
    links: createLinks('test:a-key-of-at-least-forty-three-letters-for-tests'),
    auditIds: createAuditIds('test:another-key-of-forty-three-letters-for-tests'),
  })
}
