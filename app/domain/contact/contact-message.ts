import type { MessageLanguage } from '../scheduling/appointment.ts'

/** What somebody writes to the politikontakt of a municipality. */
export type ContactWords = {
  name: string
  email: string | null
  mobile: string | null
  words: string
  language: MessageLanguage
}

/** A message that waits to be handed over. Moments are epoch seconds. */
export type WaitingContactMessage = ContactWords & {
  id: number
  reference: string
  municipalityNumber: string
  districtId: string
  receivedAt: number
  attempts: number
}

/** What is left of a message for its receipt. */
export type ContactReceipt = { municipalityNumber: string; receivedAt: number }
