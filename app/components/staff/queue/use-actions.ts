import { useFetcher } from '@remix-run/react'
import type { ActionAnswer } from './desk-data.ts'
import type { Act } from './standing.ts'

/** All forms of the screen send with this one, so that there is one answer at a time. */
export const FETCHER = 'counter'

/** What came of the last action, whether one is under way, and which. */
export type Actions = { answer: ActionAnswer | undefined; isBusy: boolean; underWay: Act | null }

/** @param posted what a form without script was answered */
export function useActions(posted: ActionAnswer | undefined): Actions {
  const { data, state, formData } = useFetcher<ActionAnswer>({ key: FETCHER })
  const name = formData?.get('do')
  const ticketId = Number(formData?.get('ticketId')) || null
  // What was refused is over, though the screen still asks how things stand: a key that is pressed now means what is seen.
  const isRefused = state === 'loading' && data !== undefined && 'ok' in data && !data.ok
  return {
    ...{ answer: data ?? posted, isBusy: state !== 'idle' },
    underWay: typeof name === 'string' && !isRefused ? { name, ticketId } : null,
  }
}
