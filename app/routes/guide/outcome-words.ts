import type { OutcomeWords, WayWords } from '#app/components/guide/outcome-card.tsx'
import { openWords } from '#app/components/offices/open-words.ts'
import { distanceWords } from '#app/components/passport/distance-words.ts'
import { guideFeeWords } from '#app/i18n/guide-fee-words.ts'
import { describeTick, formatDistance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OutcomeFacts, Way } from '#app/use-cases/guide-outcome.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { adviceLink, serviceLink } from '#app/use-cases/related-pages.server.ts'
import { openNowOf } from '../offices/found-office-data.ts'
import { officePath } from '../offices/office-answers.ts'

type Options = {
  place: string | null
  /** The form that a report on the net begins with. */
  form: string | null
  /** The address that counts a way as chosen and leads on to it. */
  goPath: (channel: Way['id']) => string
  /** What goes along to an office. */
  said: string | null
}

/** Puts the facts of an outcome into the words of its page. */
export function outcomeWords(
  portal: Portal,
  language: Language,
  facts: OutcomeFacts,
  { place, goPath, said }: Options,
): OutcomeWords {
  const t = translator(language)
  const { outcome, first, meanwhile, others, earliest, offices, help, fees } = facts
  const words = { t, language }

  function wayWords({ id, kind, address, isHere, login, phone }: Way): WayWords {
    return {
      ...{ id, kind, isHere },
      login: login === 'none' ? null : login,
      // A phone is called from the page itself: no address in between could.
      href: !isHere || address === null ? null : address.startsWith('tel:') ? address : goPath(id),
      page: isHere ? null : servicePage(address),
      phone: phone && phoneWords(phone),
    }
  }

  function servicePage(address: string | null): WayWords['page'] {
    const id = /^\/services\/(.+)$/.exec(address ?? '')?.[1]
    if (id === undefined) return null
    const { path, title } = serviceLink(id, language)
    return { path, title }
  }

  function phoneWords({ isOpen, until, opensToday }: NonNullable<Way['phone']>): string {
    if (isOpen)
      return until === null || until === '24:00'
        ? t('guide:wait.openAlways')
        : t('guide:wait.openUntil', { time: until })
    return opensToday ? t('guide:wait.opensAt', { time: opensToday }) : t('guide:wait.closed')
  }

  const district = help?.districtId ? portal.catalogue.districts.get(help.districtId) : undefined
  return {
    place,
    near: outcome.near,
    advice: outcome.advice === null ? null : adviceLink(outcome.advice, language),
    first: wayWords(first),
    meanwhile: meanwhile && wayWords(meanwhile),
    others: others.map(wayWords),
    minutes: outcome.minutes,
    handlingDays: outcome.handlingDays,
    bring: [...outcome.bring],
    fee: outcome.price === 'free' ? t('guide:takes.free') : guideFeeWords(fees, language, t),
    earliest:
      earliest && earliest.earliest !== null
        ? {
            office: earliest.office.name,
            time: describeTick(earliest.earliest, todayOf(portal.clock), language, t),
            distance:
              earliest.distanceKm === null
                ? null
                : distanceWords(
                    { distanceKm: earliest.distanceKm, positionBasis: earliest.office.positionBasis },
                    words,
                  ),
          }
        : null,
    offices: offices.map(({ office, distanceKm, queue }) => ({
      path: officePath(language, office.id, { said }),
      name: office.name,
      distance: distanceWords({ distanceKm, positionBasis: office.positionBasis }, words),
      open: openWords(openNowOf(portal, office, language), t),
      queue: queue?.wait ? t('guide:wait.queue', queue.wait.most) : null,
    })),
    help: help && {
      district: (language === 'nn' ? district?.nameNn : district?.nameNb) ?? null,
      childrensHouse: help.childrensHouse && {
        name: help.childrensHouse.name,
        distance: t('see:about', { distance: formatDistance(help.childrensHouse.distanceKm, language) }),
      },
    },
  }
}
