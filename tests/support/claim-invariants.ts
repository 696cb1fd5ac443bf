import { sql } from 'drizzle-orm'
import type { Engine } from '#db/engine.ts'

/**
 * What must be true of every database at every moment, whatever happened before: nobody shares a time, nobody with a
 * promise lacks it, nobody without one keeps it. Answers a sentence for each kind of row that is wrong; `[]` is right.
 * @param nowSeconds the moment, epoch seconds: a hold that has ended may have lost its time
 */
export async function brokenClaims(engine: Engine, nowSeconds: number): Promise<string[]> {
  const { claims, appointments, appointmentPeople: people, resources } = engine.tables
  const isLiving = sql`(${appointments.status} = 'confirmed' or (${appointments.status} = 'held' and ${appointments.expiresAt} > ${nowSeconds}))`
  const isCovered = sql`(${people.resourceId} = ${claims.resourceId} and ${claims.tick} >= ${people.startTick} and ${claims.tick} < ${people.startTick} + ${people.ticks})`
  const checks = {
    'claims with two owners': sql`(select 1 from ${claims} group by ${claims.resourceId}, ${claims.tick} having count(*) > 1)`,
    'claims whose appointment is cancelled, merged or gone': sql`(select 1 from ${claims} left join ${appointments} on ${appointments.id} = ${claims.appointmentId} where ${appointments.id} is null or ${appointments.status} in ('cancelled', 'merged'))`,
    'claims that are not the time of a person of their appointment': sql`(select 1 from ${claims} left join ${people} on ${people.appointmentId} = ${claims.appointmentId} and ${isCovered} where ${people.appointmentId} is null)`,
    'people of living appointments who lack ticks of their time': sql`(select 1 from ${people} inner join ${appointments} on ${appointments.id} = ${people.appointmentId} left join ${claims} on ${claims.appointmentId} in (${appointments.id}, ${appointments.changesId}) and ${isCovered} where ${isLiving} group by ${people.appointmentId}, ${people.position}, ${people.ticks} having count(${claims.tick}) <> ${people.ticks})`,
    'living appointments without people': sql`(select 1 from ${appointments} left join ${people} on ${people.appointmentId} = ${appointments.id} where ${people.appointmentId} is null and ${isLiving})`,
    'people at a counter of another office or at another time than their appointment': sql`(select 1 from ${people} inner join ${appointments} on ${appointments.id} = ${people.appointmentId} left join ${resources} on ${resources.id} = ${people.resourceId} where ${resources.officeId} is null or ${resources.officeId} <> ${appointments.officeId} or ${people.startTick} < ${appointments.startTick})`,
    'confirmed appointments of which two people share a tick, or that own more than their people need': sql`(select 1 from ${people} inner join ${appointments} on ${appointments.id} = ${people.appointmentId} where ${appointments.status} = 'confirmed' group by ${people.appointmentId} having sum(${people.ticks}) <> (select count(*) from ${claims} where ${claims.appointmentId} = ${people.appointmentId}))`,
    'confirmed appointments without reference or check-in code': sql`(select 1 from ${appointments} where ${appointments.status} = 'confirmed' and ${appointments.keyId} <> 'demo' and (${appointments.reference} is null or ${appointments.checkInCode} is null))`,
  }
  const broken: string[] = []
  for (const [what, rows] of Object.entries(checks)) {
    const [row] = await engine.read
      .select({ number: sql`count(*)`.mapWith(Number) })
      .from(sql`${rows} as broken`)
    if (row && row.number > 0) broken.push(`${row.number} ${what}`)
  }
  return broken
}
