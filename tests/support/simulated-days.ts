import { randomOf } from '#app/domain/chance/random-of.ts'
import { madeDay, type DayKind } from '#app/domain/queue/days/made-day.ts'
import { runDay, type DayEvent } from '#app/domain/queue/days/run-day.ts'
import { estimateWaitOf } from '#app/domain/queue/estimate-waits.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import { isAsTold, type WaitRange } from '#app/domain/queue/wait-range.ts'
import { measureDay } from '#app/domain/queue/waits/measure-day.ts'
import {
  NO_FIGURES,
  usualTimes,
  withDay,
  type OfficeFigures,
} from '#app/domain/queue/waits/office-figures.ts'
import { outlookOf } from '#app/domain/queue/waits/wait-outlook.ts'
import { TICK_SECONDS } from '#app/domain/time/tick.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { officeLife } from '#db/seed/plan/office-life.ts'

const DAY = Temporal.PlainDate.from('2026-11-24')
export const MIDNIGHT = DAY.toZonedDateTime('Europe/Oslo').epochMilliseconds / 1000
export const RULES = queueRulesOn(deliveredRules(), DAY)
const OPENS = MIDNIGHT + 8.5 * 3600
const CLOSES = MIDNIGHT + 15 * 3600

/** An office with five counters where people wait most of the day. Services take other times than the rules say. */
const LIFE = officeLife('sandvika', [1, 2, 3, 4, 5])

/** What was told to somebody who came, and the wait that came. Null when it could not be said. */
export type ToldWait = { range: WaitRange; seconds: number; isAppointment: boolean }

/** A day of the office: what was told to each who came by what had been learnt before, and what is learnt of it. */
export function simulatedDay(
  kind: DayKind,
  seed: string,
  figures: OfficeFigures,
  { isTold = true }: { isTold?: boolean } = {},
): { waits: ToldWait[]; learnt: OfficeFigures } {
  const random = randomOf(`${kind} ${seed}`)
  const plan = madeDay(LIFE, { day: DAY.toString(), opensAt: OPENS, closesAt: CLOSES, kind, random })
  const told = new Map<number, WaitRange | null>()
  const people = new Map(plan.visits.map((visit, index) => [index + 1, { people: visit.people }]))
  const measured = (events: readonly DayEvent[]) =>
    measureDay(events, { midnight: MIDNIGHT, peopleOf: people })
  const { visits, events } = runDay(plan, RULES, ({ state, ticket, events, coming, shown }) => {
    if (!isTold) return
    const known = { midnight: MIDNIGHT, figures, everywhere: figures.times, today: measured(events) }
    told.set(
      ticket.id,
      estimateWaitOf({ ...state, outlook: outlookOf({ ...known, state, coming, shown }) }, ticket.id),
    )
  })
  return {
    waits: visits.flatMap(({ ticket: { id, calledAt, arrivedAt, startTick } }) => {
      const range = told.get(id)
      if (!range || calledAt === null) return []
      return [{ range, seconds: calledAt - arrivedAt, isAppointment: startTick !== null }]
    }),
    learnt: withDay(figures, measured(events), {
      usual: usualTimes(figures, figures.times, RULES),
      furtherPersonShare: RULES.furtherPersonShare,
      appointments: {
        booked: plan.booked.length,
        early: plan.visits.flatMap(({ appointment, arrivesAt }) =>
          appointment ? [appointment.startTick * TICK_SECONDS - arrivesAt] : [],
        ),
      },
    }),
  }
}

/** What an office knows after so many ordinary days. */
export function learntFrom(days: number, seed: string): OfficeFigures {
  let figures = NO_FIGURES
  for (let day = 0; day < days; day += 1)
    figures = simulatedDay('ordinary', `${seed} ${day}`, figures, { isTold: false }).learnt
  return figures
}

/** Which share of the waits was as told, by both ranges. */
export function hitRates(waits: readonly ToldWait[]): { half: number; most: number } {
  const share = (which: keyof WaitRange) =>
    waits.filter(({ range, seconds }) => isAsTold(range[which], seconds)).length / waits.length
  return { half: share('half'), most: share('most') }
}
