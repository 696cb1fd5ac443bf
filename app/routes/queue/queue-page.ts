import type { AppLoadContext } from '@remix-run/node'
import type { Office } from '#app/domain/geography/office.ts'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { nearestLanguage, type Language } from '#app/i18n/languages.ts'
import { kioskRules } from '#app/use-cases/kiosk-rules.server.ts'
import { saidInAddress } from '#app/use-cases/said.server.ts'
import { nextOpening } from '#app/use-cases/next-opening.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { queueOpening } from '#app/use-cases/queue-state.server.ts'
import { languageOf } from '../request-language.ts'
import type { QueueAt } from '#app/components/queue/queue-path.ts'
import { isWall, screenParameter } from './screen.ts'

type Arguments = {
  request: Request
  params: { language?: string; office?: string }
  context: AppLoadContext
}

/** What every page of an office's queue is given. */
export type QueuePageData = {
  at: QueueAt
  isWall: boolean
  officeName: string
  /** The next person finds the language that the device was set up in, not the one before's. */
  homeLanguage: Language
  resetSeconds: number
  warningSeconds: number
}

/**
 * The office of the address.
 * @throws {Response} 404 for one that is not there, or receives nobody
 */
export function officeOf({ params, context: { portal } }: Pick<Arguments, 'params' | 'context'>): Office {
  const office = portal.catalogue.offices.get(params.office ?? '')
  if (!office || portal.catalogue.resourcesOf(office.id).length === 0)
    throw new Response(null, { status: 404 })
  return office
}

export function queuePageData(args: Arguments): QueuePageData {
  const { request, params, context } = args
  const office = officeOf(args)
  const isShared = isWall(request)
  // Whoever comes next to a screen that many use must not find it there, nor send it as theirs.
  const said = isShared ? null : saidInAddress(context.portal, new URL(request.url).searchParams)
  return {
    at: { language: languageOf(params), officeId: office.id, screen: screenParameter(request), said },
    isWall: isShared,
    officeName: office.name,
    homeLanguage: nearestLanguage(undefined, request.headers.get('Accept-Language')),
    ...kioskRules(context.portal),
  }
}

/** Until when an office takes people in, in words; or when it does again. */
export function openingInWords(portal: Portal, officeId: string, language: Language) {
  const opening = queueOpening(portal, officeId)
  const words = (tick: number) => describeTick(tick, todayOf(portal.clock), language, translator(language))
  if (opening.isOpen) {
    const { closes, again } = opening
    return {
      isOpen: true as const,
      until: words(closes).time,
      again: again && { from: words(again.start).time, until: words(again.end).time },
    }
  }
  const opens = opening.opens ?? nextOpening(portal, officeId)
  return { isOpen: false as const, opens: opens === null ? null : words(opens).words }
}
