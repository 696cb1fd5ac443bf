import type { Account } from '#app/components/account-bar.tsx'
import { describeInstant } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { nowSeconds, todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import type { LoggedIn } from '../logged-in.ts'

/** Who is logged in, as the header shows it: on the pages of staff and where they help somebody the member of staff, elsewhere the citizen. */
export function accountOf(
  { citizen, staff }: LoggedIn,
  {
    portal,
    language,
    path,
    isHelping,
  }: { portal: Portal; language: Language; path: string; isHelping: boolean },
): Account | null {
  const isStaffPage = isHelping || path.split('/')[2] === 'staff'
  const session = isStaffPage ? staff?.session : citizen?.session
  if (!session) return null
  const now = nowSeconds(portal.clock)
  const end = Temporal.Instant.fromEpochMilliseconds(session.endsAt * 1000)
  return {
    kind: session.audience,
    name: (isStaffPage ? staff?.member.name : citizen?.person?.name) ?? null,
    until: describeInstant(end, todayOf(portal.clock), language, translator(language)).time,
    canBeProlonged: session.canBeProlonged,
    isSoon: now >= session.warnAt,
    warnSeconds: session.warnAt - now,
    endSeconds: session.endsAt - now,
  }
}
