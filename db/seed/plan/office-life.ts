import type { OfficeLife } from '#app/domain/queue/days/made-day.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'

const DOCUMENTS: QueueService[] = ['passport', 'pick-up', 'consent', 'lost-document', 'other']
const CASES: QueueService[] = ['report', 'certificate', 'firearms', 'immigration', 'other', 'pick-up']

/** People at counters are not equally fast. */
const PACES = [1.1, 0.9, 1, 1.05, 0.95]
const WALK_INS_OF_COUNTER = 3.4
const APPOINTMENTS_OF_COUNTER = 0.6

/** Where one counter does everything, one long case keeps everybody: it has fewer people each. */
const ALONE = 0.6

/** What the days of a demonstration's office are like: people wait most of the day. All of it is made up. */
export function officeLife(officeId: string, counterIds: readonly number[]): OfficeLife {
  const last = counterIds.length - 1
  // Only a larger office has counters of their own for documents and for cases.
  const servicesOf = (index: number) => {
    if (last < 3 || index === last - 1) return [...DOCUMENTS, ...CASES.slice(0, 4)]
    return index === last ? CASES : DOCUMENTS
  }
  const crowd = counterIds.length * (counterIds.length === 1 ? ALONE : 1)
  return {
    officeId,
    counters: counterIds.map((id, index) => ({
      ...{ id, services: servicesOf(index), pace: PACES[index % PACES.length] ?? 1 },
    })),
    walkInsPerHour: WALK_INS_OF_COUNTER * crowd,
    appointmentsPerHalfHour: Math.round(APPOINTMENTS_OF_COUNTER * crowd),
    services: [
      { service: 'passport', share: 25, seconds: 660 },
      { service: 'pick-up', share: 30, seconds: 210 },
      { service: 'consent', share: 8, seconds: 330 },
      { service: 'lost-document', share: 7, seconds: 540 },
      { service: 'report', share: 10, seconds: 1200 },
      { service: 'certificate', share: 8, seconds: 400 },
      { service: 'firearms', share: 4, seconds: 900 },
      { service: 'immigration', share: 4, seconds: 700 },
      { service: 'other', share: 4, seconds: 480 },
    ],
  }
}
