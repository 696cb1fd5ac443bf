import { z } from 'zod'
import type { OrderRules } from '#app/domain/queue/queue-rules.ts'

function wholeNumber(from: number, to: number, message: string) {
  return z
    .string()
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .refine((number) => from <= number && number <= to, message)
}

/** How the order is set, as a form gives it. */
const OrderForm = z
  .object({
    lead: wholeNumber(0, 60, 'validation:order.lead'),
    grace: wholeNumber(0, 120, 'validation:order.grace'),
    overtaken: wholeNumber(0, 20, 'validation:order.overtaken'),
    longest: wholeNumber(5, 240, 'validation:order.longest'),
    help: z.enum(['yes', 'no'], 'validation:order.help'),
  })
  .transform(({ lead, grace, overtaken, longest, help }): OrderRules => ({
    ...{ appointmentLeadMinutes: lead, lateGraceMinutes: grace, mostOvertaken: overtaken },
    ...{ longestWaitMinutes: longest, helpFirst: help === 'yes' },
  }))

/** What the form holds, as it was typed. */
export type OrderValues = Record<'lead' | 'grace' | 'overtaken' | 'longest' | 'help', string>

export function orderValues(posted: FormData): OrderValues {
  const text = (name: string) => String(posted.get(name) ?? '').trim()
  return {
    ...{ lead: text('lead'), grace: text('grace'), overtaken: text('overtaken') },
    ...{ longest: text('longest'), help: text('help') },
  }
}

export function parseOrder(values: OrderValues) {
  return OrderForm.safeParse(values)
}

/** An order as its form shows it. */
export function valuesOf(order: OrderRules): OrderValues {
  return {
    lead: String(order.appointmentLeadMinutes),
    grace: String(order.lateGraceMinutes),
    overtaken: String(order.mostOvertaken),
    longest: String(order.longestWaitMinutes),
    help: order.helpFirst ? 'yes' : 'no',
  }
}
