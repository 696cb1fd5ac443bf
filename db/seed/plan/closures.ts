import { holidayOn } from '#app/domain/time/holidays.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'

export type Closure = { officeId: string; day: string; reason: 'planning-day' }

/** One office in eight has a planning day, three to twelve weeks ahead, on an ordinary weekday. */
export function planClosures(officeIds: readonly string[], today: Temporal.PlainDate): Closure[] {
  const closures: Closure[] = []
  for (const officeId of officeIds) {
    const random = randomOf(`planning day ${officeId}`)
    if (random() >= 1 / 8) continue
    let day = today.add({ days: 21 + Math.floor(random() * 63) })
    while (day.dayOfWeek > 5 || holidayOn(day) !== null) day = day.add({ days: 1 })
    closures.push({ officeId, day: day.toString(), reason: 'planning-day' })
  }
  return closures
}
