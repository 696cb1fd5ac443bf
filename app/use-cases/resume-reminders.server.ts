import { updateAppointment } from '#db/queries/appointments.ts'
import { reviveReminders } from '#db/queries/reminders.ts'
import { insertMessages } from '#db/queries/messages.ts'
import { messagesAbout } from '#app/domain/messages/messages-about.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { messageRules } from './tell-person.server.ts'
import type { Portal } from './portal.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

/** Reminds somebody after all who did not want it: also of a time that the appointment was moved to meanwhile. */
export function resumeReminders(portal: Portal, secret: string, { alsoInTheWrite }: AlsoInTheWrite = {}) {
  const { engine, clock } = portal
  const rules = messageRules(portal, '')
  return changeAppointment(portal, secret, async (tx, appointment) => {
    const { id, sequence, status } = appointment
    if (status !== 'confirmed') return { ok: false, reason: 'not-confirmed' } as const
    if (!appointment.noReminders) return { ok: true } as const
    const now = clock.now()
    await updateAppointment(tx, engine.tables, id, { noReminders: false })
    const after = epochSeconds(now)
    await reviveReminders(tx, engine.tables, { appointmentId: id, sequence, after })
    const told = messagesAbout({
      ...{ change: 'confirmed', now, rules },
      appointment: { ...appointment, noReminders: false },
    })
    const reminders = told.filter(({ kind }) => kind === 'reminder')
    await insertMessages(tx, engine.tables, reminders)
    await alsoInTheWrite?.(tx, appointment)
    return { ok: true } as const
  })
}
