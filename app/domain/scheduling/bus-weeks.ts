import type { Interval } from '../time/interval.ts'

/** A day of a bus at one of its stops, 'YYYY-MM-DD', with its open hours in ticks. */
export type BusVisit = { officeId: string; day: string; open: readonly Interval[] }

/** A day of the picture; a bus may have two stops on one day, or none. */
export type BusDay = { day: string; visits: BusVisit[] }

export type BusWeeks = { thisWeek: BusDay[]; nextWeek: BusDay[] }

const SATURDAY = 6
const DAYS_OF_WEEK = 7

/** What is left of this week, and the next: working days, and a weekend day only when the bus is out. */
export function busWeeks(visits: readonly BusVisit[], today: Temporal.PlainDate): BusWeeks {
  const byDay = Map.groupBy(visits, ({ day }) => day)
  function daysFrom(first: Temporal.PlainDate): BusDay[] {
    const left = DAYS_OF_WEEK + 1 - first.dayOfWeek
    return Array.from({ length: left }, (_, ahead) => first.add({ days: ahead })).flatMap((date) => {
      const there = [...(byDay.get(date.toString()) ?? [])].sort(byHours)
      return there.length > 0 || date.dayOfWeek < SATURDAY ? [{ day: date.toString(), visits: there }] : []
    })
  }
  const nextMonday = today.add({ days: DAYS_OF_WEEK + 1 - today.dayOfWeek })
  return { thisWeek: daysFrom(today), nextWeek: daysFrom(nextMonday) }
}

function byHours(a: BusVisit, b: BusVisit): number {
  return (a.open[0]?.start ?? 0) - (b.open[0]?.start ?? 0)
}
