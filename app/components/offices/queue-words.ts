import { minutesWords, MOST_IN_MINUTES } from '#app/i18n/minutes-words.ts'
import type { Translate } from '#app/i18n/i18n.ts'

type MinuteRange = { from: number; to: number }

/** The queue of an office, as it is now. */
export type QueueNow = {
  isOpen: boolean
  waiting: number
  wait: { half: MinuteRange; most: MinuteRange } | null
}

/** "5 venter i køen nå. Vanligvis 10–20 minutter. Sjelden mer enn 35 minutter." */
export function queueWords({ isOpen, waiting, wait }: QueueNow, t: Translate): string {
  if (!isOpen) return t('offices:queue.closed')
  const people = waiting === 0 ? t('offices:queue.empty') : t('offices:queue.waiting', { count: waiting })
  if (wait === null) return people
  return `${people} ${t('offices:queue.minutes', { half: rangeWords(wait.half, t), longest: minutesWords(wait.most.to, t) })}`
}

function rangeWords({ from, to }: MinuteRange, t: Translate): string {
  if (from === to) return minutesWords(to, t)
  if (to <= MOST_IN_MINUTES) return t('common:minutesRange', { from, to })
  return t('common:timeRange', { from: minutesWords(from, t), to: minutesWords(to, t) })
}
