import { OSLO } from '../time/tick.ts'
import type { MessageRules } from './message-rules.ts'

/** When to remind of an appointment that begins at `start`, the earliest first; none that comes too soon after `now`. */
export function reminderMoments({
  start,
  now,
  rules,
}: {
  start: Temporal.Instant
  now: Temporal.Instant
  rules: MessageRules
}): Temporal.Instant[] {
  const first = now.add({ minutes: rules.leastMinutes })
  const moments = rules.reminderHours
    .map((hours) => outsideNight(start.subtract({ hours }), rules.quiet))
    .filter((moment) => Temporal.Instant.compare(moment, first) >= 0)
  return moments.filter((moment, index) => !moments[index - 1]?.equals(moment))
}

/**
 * A moment in the night becomes the evening before it, not the morning after: who has an appointment at eight must know
 * before going to bed, and a time that is cancelled in the evening can still be had by somebody else.
 */
function outsideNight(moment: Temporal.Instant, { from, to }: MessageRules['quiet']): Temporal.Instant {
  const local = moment.toZonedDateTimeISO(OSLO)
  const time = local.toPlainTime()
  const isLate = Temporal.PlainTime.compare(time, from) > 0
  const isEarly = Temporal.PlainTime.compare(time, to) < 0
  const crossesMidnight = Temporal.PlainTime.compare(from, to) > 0
  if (crossesMidnight ? !(isLate || isEarly) : !(isLate && isEarly)) return moment
  const evening = crossesMidnight && isEarly ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate()
  return evening.toZonedDateTime({ timeZone: OSLO, plainTime: from }).toInstant()
}
