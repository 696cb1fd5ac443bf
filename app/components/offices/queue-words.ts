import type { Translate } from '#app/i18n/i18n.ts'

/** The queue of an office, as it is now. */
export type QueueNow = {
  isOpen: boolean
  waiting: number
  minutes: { half: number; fourFifths: number } | null
}

/** "Kø nå: 5 venter. Halvparten får hjelp innen 10 minutter, fire av fem innen 25." */
export function queueWords({ isOpen, waiting, minutes }: QueueNow, t: Translate): string {
  if (!isOpen) return t('offices:queue.closed')
  if (waiting === 0) return t('offices:queue.empty')
  const people = t('offices:queue.waiting', { count: waiting })
  if (minutes === null) return people
  return `${people} ${t('offices:queue.minutes', { half: minutes.half, fourFifths: minutes.fourFifths })}`
}
