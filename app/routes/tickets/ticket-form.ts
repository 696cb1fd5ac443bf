import { z } from 'zod'
import { HELP_NEEDS } from '#app/domain/queue/ticket.ts'

/** What is posted about one's own ticket; nobody types any of it, so anything else is a 400 without words of its own. */
export const TicketForm = z.discriminatedUnion('then', [
  z.object({ then: z.literal('late'), said: z.coerce.number().int().min(0).max(99) }),
  z.object({ then: z.literal('leave') }),
  z.object({ then: z.literal('back') }),
  z.object({ then: z.literal('help'), needs: z.array(z.enum(HELP_NEEDS)) }),
  z.object({ then: z.literal('no-help') }),
])

export function ticketFormValues(posted: FormData): Record<string, unknown> {
  return { then: posted.get('then'), said: posted.get('said'), needs: posted.getAll('need') }
}
