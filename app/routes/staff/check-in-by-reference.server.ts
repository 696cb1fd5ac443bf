import { data, redirect } from '@remix-run/node'
import type { CheckInRefusedData } from '#app/components/queue/check-in-refused.tsx'
import type { Language } from '#app/i18n/languages.ts'
import { checkInFor } from '#app/use-cases/arrive-for.server.ts'
import { officeOfReference, type Acting } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { refusedData } from '../queue/refused-data.ts'

/** Why somebody who has come was not checked in; null for what makes no sense. */
export type ArrivedRefused = { refused: CheckInRefusedData | null }

/**
 * Checks in whoever has come for an appointment that staff see before them, where it is, and leads to their ticket.
 * @throws {Response} 404 for one that is not theirs
 */
export async function checkInByReference(
  portal: Portal,
  acting: Acting,
  { reference, language }: { reference: string; language: Language },
) {
  const officeId = await officeOfReference(portal, acting, reference)
  const answer = officeId && (await checkInFor(portal, acting, { officeId, typed: reference }))
  if (!answer || (!answer.ok && answer.reason === 'unknown-code')) throw new Response(null, { status: 404 })
  if (answer.ok) {
    const given = new URLSearchParams({ office: officeId, given: String(answer.ticketId) })
    return redirect(`/${language}/staff/queue/arrive?${given}`)
  }
  const { ok: _ok, ...refusal } = answer
  return data<ArrivedRefused>({ refused: refusedData(portal, refusal, language) }, { status: 409 })
}
