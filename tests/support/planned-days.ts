import type { DayPlan, PlannedVisit } from '#app/domain/queue/days/run-day.ts'
import { TEN, minutes } from './queue-builders.ts'

/** Somebody who comes at ten for a passport and keeps the counter for eleven minutes in all. */
export function aVisit(some: Partial<PlannedVisit> = {}): PlannedVisit {
  return {
    ...{ arrivesAt: TEN, service: 'passport', appointment: null, needs: [], people: 1, walkSeconds: 30 },
    ...{ servingSeconds: 570, changeoverSeconds: 60, comes: true, patienceSeconds: null, outcome: 'solved' },
    ...some,
  }
}

/** A day with one counter that has passports. */
export function aPlan(visits: PlannedVisit[], some: Partial<DayPlan> = {}): DayPlan {
  const shift = { at: minutes(-5), counterId: 1, status: 'open', services: ['passport'], pace: 1 } as const
  return {
    ...{ officeId: 'sandvika', day: '2026-11-24', visits, booked: [], closesAt: minutes(300) },
    shifts: [{ ...shift, services: ['passport'] }],
    ...some,
  }
}
