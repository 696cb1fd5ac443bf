import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#app/components/use-texts.ts'
import type { DeskData } from './desk-data.ts'
import { doneWords } from './done-words.ts'
import type { Asking } from './help-calls.tsx'
import { isOffline } from './refusal.tsx'
import type { Actions } from './use-actions.ts'

/** Who comes is told at most so often: one sentence for all of them. */
const NEWS_MILLISECONDS = 10_000

/** One line that says what was done, and now and then who has come: a reader hears nothing else of what changes. */
export function useAnnouncement(
  { last, waiting, asking }: Pick<DeskData, 'last' | 'waiting'> & { asking: readonly Asking[] },
  { answer, isBusy, isStale }: Omit<Actions, 'underWay'> & { isStale: boolean },
) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const latest = useRef({ last, waiting, t })
  latest.current = { last, waiting, t }
  const lastId = last?.id
  const wasStale = useRef(isStale)
  useEffect(() => {
    const say = latest.current.t
    if (isBusy) return
    // A line about what was done before does not stand above the reason why nothing was.
    if (answer && 'refusal' in answer) setText('')
    if (!isStale && isOffline(answer)) setText(say('staff-queue:back.lost'))
    else if (!isStale && wasStale.current) setText(say('staff-queue:back.again'))
    wasStale.current = isStale
  }, [answer, isBusy, isStale])
  useEffect(() => {
    // What it led to is not there yet: the action before would be told once more.
    if (isBusy || !answer || !('ok' in answer) || !answer.ok) return
    const { last: done } = latest.current
    if (answer.undone)
      setText(latest.current.t('staff-queue:undone', { what: doneWords(answer.undone, latest.current.t) }))
    else if (done && done.id !== undefined && KINDS_TOLD.every((kind) => kind !== answer.did))
      setText(`${doneWords(done.done, latest.current.t)}.`)
  }, [answer, lastId, isBusy])
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const fresh = asking.filter(({ id }) => !asked.current.has(id))
    asked.current = new Set(asking.map(({ id }) => id))
    // Not after ten seconds like those who come: somebody stands there and waits for a colleague.
    if (fresh.length > 0)
      setText(fresh.map(({ who }) => latest.current.t('staff-queue:help.news', { who })).join(' '))
  }, [asking])
  const known = useRef(new Set(waiting.map(({ id }) => id)))
  useEffect(() => {
    const timer = setInterval(() => {
      const { waiting: all, t: say } = latest.current
      const fresh = all.filter(({ id }) => !known.current.has(id))
      known.current = new Set([...known.current, ...all.map(({ id }) => id)])
      if (fresh.length > 0) setText(say('staff-queue:news', { count: fresh.length, waiting: all.length }))
    }, NEWS_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  return text
}

/** What changes the counter and no ticket: its button says it. */
const KINDS_TOLD = ['open', 'pause', 'resume', 'close', 'help', 'come', 'shortcuts', 'undo'] as const
