import type { AppLoadContext } from '@remix-run/node'
import type { QueueAt } from '#app/components/queue/queue-path.ts'
import type { TimeInsteadData } from '#app/components/queue/time-instead.tsx'
import { describeTick, formatDistance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { timesInstead, type TimeInstead } from '#app/use-cases/times-instead.server.ts'
import { bookingPath } from '../passport/booking-answers.ts'
import { qrModules } from '../qr-modules.ts'

/**
 * The earliest times that can be booked here and nearby, each with its way into the booking. On a screen that many use
 * nobody is to type who they are: there the way is a QR code for their own phone. Null when there are none.
 */
export async function timeInsteadData(
  { portal, settings }: Pick<AppLoadContext, 'portal' | 'settings'>,
  { at, isWall, language }: { at: Pick<QueueAt, 'officeId' | 'said'>; isWall: boolean; language: Language },
): Promise<TimeInsteadData | null> {
  const { here, nearby } = await timesInstead(portal, at.officeId)
  if (!here && !nearby) return null
  const t = translator(language)
  const { said = null } = at
  const inWords = ({ officeId, officeName, distanceKm, tick }: TimeInstead) => ({
    officeName,
    distance: formatDistance(distanceKm, language),
    moment: describeTick(tick, todayOf(portal.clock), language, t),
    path: bookingPath(language, 'who', { officeId, said }),
  })
  const path = bookingPath(language, 'who', here ? { officeId: at.officeId } : {})
  return {
    here: here && inWords(here),
    nearby: nearby && inWords(nearby),
    qr: isWall ? qrModules(settings.baseUrl + path) : null,
  }
}
