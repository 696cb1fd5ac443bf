import type { Office } from '#app/domain/geography/office.ts'
import { QUEUE_SERVICES, type QueueService } from '#app/domain/queue/ticket.ts'

/** What is done only where passports are issued. */
const OF_PASSPORT_OFFICES: readonly QueueService[] = ['passport', 'pick-up']

/** What somebody can come to an office for. */
export function servicesOf({ passport }: Pick<Office, 'passport'>): QueueService[] {
  return QUEUE_SERVICES.filter((service) => passport === 'yes' || !OF_PASSPORT_OFFICES.includes(service))
}
