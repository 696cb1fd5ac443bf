import type { Engine } from '#db/engine.ts'
import { asc } from 'drizzle-orm'
import { isOpen } from '#app/domain/queue/ticket.ts'
import type { Told } from './counters-at-work.ts'

/** What is wrong with a queue, in sentences; none when every ticket is where its events and those who were told say. */
export async function brokenQueue(engine: Engine, told: readonly Told[]): Promise<string[]> {
  const { tickets, queueEvents, queueDays } = engine.tables
  const rows = await engine.read.select().from(tickets).orderBy(asc(tickets.id))
  const events = await engine.read.select().from(queueEvents).orderBy(asc(queueEvents.id))
  const [day] = await engine.read.select().from(queueDays)
  const wrong: string[] = []

  const known = new Set(rows.map(({ id }) => id))
  for (const { did, tickets: ids } of told) {
    for (const id of ids) if (!known.has(id)) wrong.push(`ticket ${id}, told of by ${did}, is nowhere`)
  }
  const numbers = rows.map(({ number }) => number).sort((a, b) => a - b)
  if (numbers.some((number, index) => number !== index + 1))
    wrong.push(`numbers with a hole or twice: ${numbers}`)
  if (day && day.nextNumber !== numbers.length + 1) wrong.push(`the next number would be ${day.nextNumber}`)

  const busy = rows.filter(({ status }) => status === 'called' || status === 'serving')
  const places = busy.map(({ counterId }) => counterId)
  if (places.includes(null)) wrong.push('somebody is called to no counter')
  if (new Set(places).size !== places.length) wrong.push(`two at one counter: ${places}`)

  // An event for each arrival, call and end that the rows show, and for each that somebody was told of.
  const count = (kind: string, ticketId: number) =>
    events.filter((event) => event.kind === kind && event.ticketId === ticketId).length
  const undone = events.filter(({ kind }) => kind === 'undone').map(({ ticketId }) => ticketId)
  for (const { id, status, counterId } of rows) {
    if (count('arrived', id) !== 1) wrong.push(`ticket ${id} arrived ${count('arrived', id)} times`)
    const isTouched = undone.includes(id)
    if (!isTouched && status === 'waiting' && count('called', id) > 0)
      wrong.push(`ticket ${id} was called and waits`)
    if (!isTouched && status !== 'waiting' && count('called', id) !== 1)
      wrong.push(`ticket ${id} is ${status} and was called ${count('called', id)} times`)
    if (!isTouched && isOpen({ status }) && count('finished', id) > 0)
      wrong.push(`ticket ${id} is finished and open`)
    if (status === 'finished' && counterId === null) wrong.push(`ticket ${id} is finished nowhere`)
  }
  const acknowledged = told.filter(({ did }) => did === 'next').length
  // Each "next" that was told of has called somebody; a kill may leave one more that nobody was told of.
  const called = events.filter(({ kind }) => kind === 'called').length
  if (called < acknowledged) wrong.push(`${acknowledged} calls were told of, ${called} are written down`)
  return wrong
}
