import type { HelpingData } from '#app/components/helping-strip.tsx'
import { ROLE_MATRIX } from '#app/domain/identity/permission.ts'
import { formatList } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { staffHelping, type LoggedIn } from './logged-in.ts'
import { readTicket } from './passport/booking-answers.ts'
import { unitName } from './staff/unit-name.ts'

/** The journeys of citizens that staff go through for somebody; what they do there is written down. */
const JOURNEYS = [/^\/[a-z]{2}\/passport\/book\//, /^\/[a-z]{2}\/appointments\/./]

/** The member of staff who goes through a page for somebody else, as the page says it; null for everybody else. */
export function helpingOf(
  loggedIn: LoggedIn,
  { portal, language, url }: { portal: Pick<Portal, 'catalogue'>; language: Language; url: URL },
): HelpingData | null {
  const member = staffHelping({ loggedIn }, 'serve-queue')
  if (!member || !JOURNEYS.some((journey) => journey.test(url.pathname))) return null
  const serving = member.grants.filter(({ role }) => ROLE_MATRIX[role].includes('serve-queue'))
  const units = [...new Set(serving.map(({ unit }) => unitName(portal.catalogue, unit, language)))]
  return { workplace: formatList(units, language), ticket: readTicket(url) }
}
