import type { Portal } from './portal.server.ts'

/** How long somebody who comes now will probably wait, in minutes. */
export type WaitRange = { fromMinutes: number; toMinutes: number }

/**
 * The wait at the counter of an office as it is now; null where there is no queue or where it is not known. The one door
 * through which the guide asks: the front-desk queue answers here once it is built.
 */
export function queueWaitAt(_portal: Portal, _officeId: string): WaitRange | null {
  return null
}
