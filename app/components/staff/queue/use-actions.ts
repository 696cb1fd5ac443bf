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
  return {
    ...{ answer: data ?? posted, isBusy: state !== 'idle' },
    underWay: typeof name === 'string' ? { name, ticketId } : null,
  }
}
