import type { CheckInRefusedData } from '#app/components/queue/check-in-refused.tsx'
import type { Language } from '#app/i18n/languages.ts'
import { checkInFor } from '#app/use-cases/arrive-for.server.ts'
import { officeOfReference, type Acting } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { refusedData } from '../queue/refused-data.ts'

/** Where their ticket is shown and printed, or why there is none. */
export type CheckedIn = { ok: true; path: string } | { ok: false; refused: CheckInRefusedData }

/**
 * Checks in whoever has come for an appointment that staff see before them, at the office where it is.
 * @throws {Response} 404 for one that is not theirs
 */
export async function checkInByReference(
  portal: Portal,
  acting: Acting,
  { reference, language }: { reference: string; language: Language },
): Promise<CheckedIn> {
  const officeId = await officeOfReference(portal, acting, reference)
  const answer = officeId && (await checkInFor(portal, acting, { officeId, typed: reference }))
  if (!answer || (!answer.ok && answer.reason === 'unknown-code')) throw new Response(null, { status: 404 })
  if (answer.ok) {
    const given = new URLSearchParams({ office: officeId, given: String(answer.ticketId) })
    return { ok: true, path: `/${language}/staff/queue/arrive?${given}` }
  }
  const { ok: _ok, ...refusal } = answer
  return { ok: false, refused: refusedData(portal, refusal, language) }
}
