import { useFetcher } from '@remix-run/react'
import type { ActionAnswer } from './desk-data.ts'

/** All forms of the screen send with this one, so that there is one answer at a time. */
export const FETCHER = 'counter'

/** What came of the last action, and whether one is under way. */
export type Actions = { answer: ActionAnswer | undefined; isBusy: boolean }

/** @param posted what a form without script was answered */
export function useActions(posted: ActionAnswer | undefined): Actions {
  const { data, state } = useFetcher<ActionAnswer>({ key: FETCHER })
  return { answer: data ?? posted, isBusy: state !== 'idle' }
}
