import { z } from 'zod'
import { HELP_NEEDS, MOST_TOGETHER, QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'

const PEOPLE = 'validation:queuePeople.required'

/** What somebody says who wants a ticket. */
export const TicketForm = z.object({
  service: z.enum(QUEUE_SERVICES, 'validation:queueService.required'),
  people: z.coerce.number(PEOPLE).int(PEOPLE).min(1, PEOPLE).max(MOST_TOGETHER, PEOPLE),
  needs: z.array(z.enum(HELP_NEEDS)).catch([]),
  /** Said at a counter only; else it is that of the page. */
  language: z.enum(MESSAGE_LANGUAGES).nullable().catch(null),
  key: z.string().regex(/^[\w-]{24}$/, 'validation:queueService.required'),
})

export function ticketFormValues(posted: FormData) {
  return {
    service: posted.get('service'),
    people: posted.get('people') ?? '',
    needs: [...new Set(posted.getAll('needs'))],
    language: posted.get('language'),
    key: posted.get('key') ?? '',
  }
}
