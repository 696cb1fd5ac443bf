import type { HoursBasis } from '../geography/office.ts'
import type { HolidayName } from '../time/holidays.ts'
import type { Interval } from '../time/interval.ts'

/** Why nobody is there on a day on which the ordinary week may say otherwise. */
export type ClosedReason =
  { kind: 'holiday'; name: HolidayName } | { kind: 'closure'; reason: string } | { kind: 'season' }

/** One day of an office, 'YYYY-MM-DD', in ticks; `closed`: why it is closed where there is more to say than its week. */
export type OfficeDayHours = { day: string; open: readonly Interval[]; closed: ClosedReason | null }

/**
 * Whether an office is open now. Ticks: until when, and when it is open again on that day (a break at noon is not the end
 * of it), or when it opens next in the days that were looked at.
 */
export type OpenState =
  | { is: 'open'; until: number; again: Interval | null }
  | { is: 'closed'; opens: number | null }
  | { is: 'unknown' }

/**
 * Whether an office is open at a tick, by the hours of the coming days.
 * @param days the first is today
 */
export function openStateAt(
  now: number,
  { days, hoursBasis }: { days: readonly OfficeDayHours[]; hoursBasis: HoursBasis },
): OpenState {
  const open = days.flatMap((day) => day.open)
  // Hours that we made up tell nobody whether the door is open (docs/decisions/010).
  if (hoursBasis === 'assumed' || (open.length === 0 && days.every(({ closed }) => closed === null))) {
    return { is: 'unknown' }
  }
  const today = days.find((day) => day.open.some(({ start, end }) => start <= now && now < end))?.open ?? []
  const current = today.find(({ start, end }) => start <= now && now < end)
  if (current) {
    const again = today.find(({ start }) => start > current.end) ?? null
    return { is: 'open', until: current.end, again }
  }
  return { is: 'closed', opens: open.find(({ start }) => start > now)?.start ?? null }
}
