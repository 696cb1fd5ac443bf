import { dayAppointments, type DayAppointment } from '#db/queries/day-appointments.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { appointmentProgress, type AppointmentProgress } from '#app/domain/queue/appointment-progress.ts'
import { whyNotCheckIn } from '#app/domain/queue/may-check-in.ts'
import { OSLO, tickFrom } from '#app/domain/time/tick.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { queueToChange } from './queue-state.server.ts'

/** An appointment of a day. */
export type DayRow = {
  appointment: DayAppointment
  /** How far it has come; of a day that is not today, only whether it stands. */
  progress: AppointmentProgress
  /** They may be checked in now. */
  mayArrive: boolean
}

/** The appointments of an office on a day; none when the office lies outside of the scope. */
export async function officeDayProgress(
  portal: Portal,
  { scope, officeId, day }: { scope: Scope; officeId: string; day: Temporal.PlainDate },
): Promise<DayRow[]> {
  const { read, tables } = portal.engine
  const tickOf = (date: Temporal.PlainDate) => tickFrom(date.toZonedDateTime(OSLO).toInstant())
  const span = { fromTick: tickOf(day), toTick: tickOf(day.add({ days: 1 })) }
  const appointments = await dayAppointments(read, tables, { officeId, scope, ...span })
  const today = todayOf(portal.clock)
  if (!day.equals(today)) {
    return appointments.map((appointment) => {
      const progress = appointment.status === 'cancelled' ? 'cancelled' : 'booked'
      return { appointment, progress, mayArrive: false }
    })
  }
  const at = { officeId, day: today.toString() }
  const { now, rules } = await queueToChange(read, portal, officeId)
  const ofAppointment = Map.groupBy(await ticketsOfDay(read, tables, at), (ticket) => ticket.appointmentId)
  return appointments.map((appointment) => {
    const tickets = (ofAppointment.get(appointment.id) ?? []).map(({ status }) => status)
    const progress = appointmentProgress(appointment, tickets, { now, rules })
    const refusal = whyNotCheckIn(
      { ...appointment, officeId, day: at.day },
      { officeId, today: at.day, now },
      rules,
    )
    return { appointment, progress, mayArrive: progress === 'booked' && refusal === null }
  })
}
