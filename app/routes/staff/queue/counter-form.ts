import { z } from 'zod'
import type { TransferTarget } from '#app/domain/queue/actions/transfer.ts'
import { OUTCOMES, PARK_REASONS, QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'

/** A visit's note is a line or two for a colleague, not a record. */
export const LONGEST_NOTE = 500

const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const Flag = z.literal(['yes', 'no']).transform((answer) => answer === 'yes')
const Note = z
  .string()
  .transform((text) => text.trim().slice(0, LONGEST_NOTE) || null)
  .default(null)

/** "service:passport", "counter:12", "colleague:7". */
const Target = z.string().transform((text, context): TransferTarget => {
  const [kind, name = ''] = text.split(':')
  const service = z.enum(QUEUE_SERVICES).safeParse(name).data
  if (kind === 'service' && service) return { kind, service }
  const id = Id.safeParse(name).data
  if (kind === 'counter' && id) return { kind, counterId: id }
  if (kind === 'colleague' && id) return { kind, staffId: id }
  context.addIssue({ code: 'custom', ...(text === '' ? { message: 'validation:queue.target' } : {}) })
  return z.NEVER
})

const Command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('next') }),
  z.object({ do: z.literal('call'), ticketId: Id }),
  z.object({ do: z.literal('call-again') }),
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('finish'), outcome: z.enum(OUTCOMES) }),
  z.object({ do: z.literal('no-show') }),
  z.object({
    do: z.literal('park'),
    reason: z.enum(PARK_REASONS),
    minutes: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(240)]),
  }),
  z.object({ do: z.literal('transfer'), to: Target, note: Note }),
  z.object({ do: z.literal('split'), people: z.coerce.number().int().min(1).max(99) }),
  z.object({ do: z.literal('add-service'), service: z.enum(QUEUE_SERVICES) }),
  z.object({ do: z.literal('note'), note: Note }),
  z.object({
    do: z.literal('open'),
    services: z.array(z.enum(QUEUE_SERVICES)).min(1, 'validation:queue.services'),
    isTakenOver: Flag.default(false),
  }),
  z.object({ do: z.literal('pause') }),
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('close') }),
  z.object({ do: z.literal('take-up'), ticketId: Id }),
  z.object({ do: z.literal('see-to'), ticketId: Id }),
  z.object({ do: z.literal('help'), isNeeded: Flag }),
  z.object({ do: z.literal('come'), counterId: Id }),
  z.object({ do: z.literal('undo'), actionId: z.coerce.number().int().min(0) }),
  z.object({ do: z.literal('shortcuts'), isOn: Flag }),
])

const Form = z.object({
  office: z.string().max(100),
  counter: z.coerce.number('validation:queue.counter').int().positive('validation:queue.counter'),
  /** Whom the screen showed at the counter: "ID.REVISION", or nobody. */
  seen: z
    .string()
    .regex(/^(\d{1,15}\.\d{1,9})?$/)
    .default(''),
})

/** What a member of staff asks for, at which counter, and whom they saw there. */
export type CounterForm = {
  officeId: string
  counterId: number
  seen: { id: number; revision: number } | null
  command: z.infer<typeof Command>
}

/** What was posted, or what is wrong with it: only a counter that is to be opened has fields to be filled in. */
export function counterForm(posted: FormData) {
  const fields = {
    ...Object.fromEntries(posted),
    services: posted.getAll('services'),
  }
  const where = Form.safeParse(fields)
  if (!where.success) return where
  const command = Command.safeParse(fields)
  if (!command.success) return command
  const { office: officeId, counter: counterId, seen } = where.data
  const [id, revision] = seen.split('.').map(Number)
  const data: CounterForm = {
    ...{ officeId, counterId, command: command.data },
    seen: id !== undefined && revision !== undefined ? { id, revision } : null,
  }
  return { success: true, data } as const
}
