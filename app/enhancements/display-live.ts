// The screen on the wall: a new call has the screen alone for some seconds, then joins the list; it is heard as well.

import { createChime } from './live/chime.ts'
import { fillSlots, fillStale, listenLive, timeServed } from './live/live-source.ts'

type Call = {
  label: string
  counter: string
  key: string
  secondsAlone: number
  language: string
  speech: string
}
type View = Record<string, unknown> & {
  calls: Call[]
  next: string[]
  waits: { name: string; wait: string }[]
  closed: string | null
  time: string
}

/** More do not fit; the oldest of them stands in the list already. */
const MOST_ALONE = 3

/** A voice for one written Norwegian reads the other too. */
const VOICES: Record<string, readonly string[]> = {
  nb: ['nb', 'no', 'nn'],
  nn: ['nn', 'no', 'nb'],
  en: ['en'],
}

const board = document.getElementById('display')

if (board?.dataset.live) {
  const chime = createChime()
  const seen = new Set<string>()
  let alone: (Call & { until: number })[] = []
  let aloneTimer = 0
  let time = timeServed(board)
  let isFirst = true
  let isHeard = false

  const fillList = (name: string, rows: readonly Record<string, string>[]): void => {
    const list = board.querySelector(`[data-list=${name}]`)
    const template = document.getElementById(`display-${name}-template`)
    if (!list || !(template instanceof HTMLTemplateElement)) return
    list.replaceChildren(
      ...rows.map((row) => {
        const made = document.importNode(template.content, true)
        for (const part of made.querySelectorAll<HTMLElement>('[data-part]')) {
          part.textContent = row[part.dataset.part ?? ''] ?? ''
        }
        return made
      }),
    )
  }

  const hide = (selector: string, isHidden: boolean): void => {
    const element = board.querySelector<HTMLElement>(selector)
    if (element) element.hidden = isHidden
  }

  const showAlone = (): void => {
    clearTimeout(aloneTimer)
    const now = performance.now()
    alone = alone.filter(({ until }) => until > now).slice(-MOST_ALONE)
    fillList(
      'alone',
      [...alone].reverse().map(({ label, counter }) => ({ label, counter })),
    )
    hide('[data-alone]', alone.length === 0)
    if (alone.length > 0) {
      aloneTimer = window.setTimeout(showAlone, Math.min(...alone.map(({ until }) => until)) - now + 20)
    }
  }

  const takeIn = (calls: readonly Call[]): void => {
    // The oldest of the new ones first, so that the newest is said last and stands first.
    const fresh = calls.filter(({ key }) => !seen.has(key)).reverse()
    for (const call of fresh) {
      seen.add(call.key)
      if (call.secondsAlone <= 0) continue
      alone.push({ ...call, until: performance.now() + call.secondsAlone * 1000 })
      if (!isFirst) tell(call)
    }
    // A day's worth; what is no longer shown need not be known.
    if (seen.size > 500) {
      seen.clear()
      for (const { key } of calls) seen.add(key)
    }
    // Who is no longer called has come, or was taken back.
    alone = alone.filter(({ key }) => calls.some((call) => call.key === key))
    isFirst = false
    showAlone()
  }

  const voiceFor = (language: string): SpeechSynthesisVoice | undefined => {
    const voices = window.speechSynthesis?.getVoices() ?? []
    const wanted = VOICES[language] ?? [language]
    return wanted
      .map((code) => voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === code))
      .find((voice) => voice !== undefined)
  }

  const tell = ({ speech, language }: Call): void => {
    if (!isHeard) return
    chime.play()
    const voice = voiceFor(language)
    if (!voice) return
    const words = new SpeechSynthesisUtterance(speech)
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.9
    setTimeout(() => speechSynthesis.speak(words), 1_000)
  }

  const show = (view: View): void => {
    time = view.time
    fillSlots(board, view)
    fillList(
      'calls',
      view.calls.map(({ label, counter }) => ({ label, counter })),
    )
    fillList(
      'next',
      view.next.map((label) => ({ label })),
    )
    fillList('waits', view.waits)
    hide('[data-none=calls]', view.calls.length > 0)
    hide('[data-waits]', view.waits.length === 0)
    hide('[data-closed]', view.closed === null)
    board.dataset.isClosed = String(view.closed !== null)
    takeIn(view.calls)
  }

  board.dataset.isScripted = 'true'
  for (const element of board.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true
  listenLive<View>(board.dataset.live, { show, tellStale: (isStale) => fillStale(board, isStale, time) })

  const box = board.querySelector<HTMLElement>('[data-live-sound]')
  const button = box?.querySelector('button')
  const status = board.querySelector<HTMLElement>('[data-sound-status]')

  /** Voices come some time after the page, and may never. */
  const tellVoices = (): void => {
    if (!status || !isHeard) return
    const names: Record<string, string> = JSON.parse(status.dataset.languages ?? '{}')
    const missing = Object.keys(names).filter((language) => !voiceFor(language))
    const without = (status.dataset.noVoice ?? '').replace(
      '{languages}',
      missing.map((language) => names[language]).join(', '),
    )
    status.textContent = [status.dataset.on, missing.length > 0 ? without : ''].join(' ').trim()
  }

  if (box && button) {
    box.hidden = false
    button.addEventListener('click', () => {
      isHeard = true
      void chime.turnOn().then(() => chime.play())
      box.hidden = true
      tellVoices()
      window.speechSynthesis?.addEventListener('voiceschanged', tellVoices)
    })
  }
}

export {}
