import type { PersonData } from '#app/components/passport/people-facts.tsx'
import type { SaidWords } from '#app/components/said-list.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import type { AppointmentProgress } from '#app/domain/queue/appointment-progress.ts'
import type { Check } from '#app/domain/queue/checklist.ts'
import type { ActionRefusal } from '#app/domain/queue/decision.ts'
import type { Done } from '#app/domain/queue/last-action.ts'
import type { NextStep } from '#app/domain/queue/next-step.ts'
import type { PlaceReason } from '#app/domain/queue/queue-order.ts'
import type { CounterStatus, HelpNeed, ParkReason, QueueService } from '#app/domain/queue/ticket.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'

/** Somebody in the queue as the screen of a counter shows them. */
export type VisitorData = {
  id: number
  label: string
  service: QueueService
  people: number
  needs: HelpNeed[]
  language: MessageLanguage
}

/** The one at the counter. `since`: epoch seconds from which the timer runs. */
export type HereData = VisitorData & {
  /** With it an action is about what was seen. */
  revision: number
  status: 'called' | 'serving'
  alsoServices: QueueService[]
  since: number
  calls: number
  mostCalls: number
  /** So long after a call it is pointed out that they have not come. */
  nudgeMinutes: number
  arrived: string
  /** The time of their appointment. */
  time: string | null
  note: string | null
  /** What they said to the guide, once they stand at the counter. */
  said: SaidWords | null
  checks: Check[]
  /** Those of the appointment, once they stand at the counter. */
  group: { people: PersonData[]; fee: FeeSum } | null
  /** Who was parted from them and waits: their number is on no paper yet. `href`: where it is printed. */
  parted: { id: number; label: string; href: string }[]
}

/** Who may be called. `keptFor`: the counter or the colleague that is to take them. */
export type WaitingData = VisitorData & {
  reason: PlaceReason
  minutes: number
  time: string | null
  isForHere: boolean
  keptFor: string | null
  asksForHelp: boolean
}

/** Who waits for something else first; `until`: what o'clock they are called again, null when staff take them. */
export type AwayData = VisitorData & {
  why: ParkReason | 'late'
  until: string | null
  asksForHelp: boolean
}

export type EndedData = VisitorData & { status: 'finished' | 'no-show' | 'left'; at: string }

export type AppointmentData = {
  id: number
  time: string
  people: number
  reference: string | null
  progress: AppointmentProgress
  isPast: boolean
}

export type CounterData = {
  id: number
  number: number
  status: CounterStatus
  staffId: number | null
  staffName: string | null
  services: QueueService[]
  /** Who is there. */
  label: string | null
  callsForHelp: boolean
  isOwn: boolean
}

/** The screen of a counter. */
export type DeskData = {
  view: 'desk'
  officeId: string
  officeName: string
  counter: CounterData
  counters: CounterData[]
  version: number
  /** Epoch seconds of the server when it read this. */
  now: number
  time: string
  here: HereData | null
  waiting: WaitingData[]
  away: AwayData[]
  ended: EndedData[]
  appointments: AppointmentData[]
  last: { id: number; done: Done } | null
  /** Where they go on whose visit has just ended without solving it; `language`: that of the page, theirs. */
  onwards: { label: string; kind: NextStep['kind']; href: string; language: MessageLanguage } | null
  parkMinutes: number
  hasShortcuts: boolean
  /** Without a key or a hand for so long it is not brought up to date: nobody looks. */
  idleSeconds: number
}

/** Where a counter is chosen. */
export type ChoiceData = {
  view: 'choice'
  offices: { value: string; label: string }[]
  officeId: string
  counters: CounterData[]
  /** What was chosen last. */
  counterId: number | null
  services: QueueService[]
}

/** What came of an action: of a form that was not filled in, of one that was refused, of one that was done. */
export type ActionAnswer =
  | { errors: FormErrors }
  | { ok: false; refusal: ActionRefusal | 'offline'; counterId?: number }
  | { ok: true; did: string; undone: Done | null }
