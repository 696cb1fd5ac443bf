import type { Channel, MessageKind } from '#app/domain/messages/message.ts'
import { bringWords } from '#app/i18n/bring-words.ts'
import { feeWords } from '#app/i18n/fee-words.ts'
import { describeTick, formatList, inGroups } from '#app/i18n/format.ts'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import { isPlainName } from './is-plain-name.ts'
import { calendarFile, calendarUid } from '../calendar-file.ts'
import type { MessageFacts, Sender } from './message-facts.ts'
import type { Outgoing, OutgoingEmail } from './outgoing.ts'

/**
 * Puts a message into words for a channel of its person, in the language they chose; null when they have no such
 * channel. Sender and subject say nothing of what it is about: they are read over shoulders and on locked screens.
 */
export function composeMessage(facts: MessageFacts, channel: Channel, sender: Sender): Outgoing | null {
  const { number, kind, contact } = facts
  const t = translator(contact.messageLanguage)
  const host = new URL(sender.baseUrl).hostname
  const common = { id: `message-${number}@${host}`, number, language: contact.messageLanguage }
  const subject = t(`messages:subject.${kind}`)
  switch (channel) {
    case 'email': {
      if (contact.email === null) return null
      const from = { name: t('common:portalName'), address: sender.mailFrom }
      const to = { name: isPlainName(contact.name) ? contact.name : '', address: contact.email }
      const calendar = calendarOf(facts, sender, { from, to })
      return { ...common, channel, from, to, subject, text: longText(facts, sender, t), calendar }
    }
    case 'sms': {
      if (contact.mobile === null) return null
      return { ...common, channel, to: withCountry(contact.mobile), text: shortText(facts, sender, t) }
    }
    case 'letter': {
      if (contact.address === null) return null
      const { lines, postalCode, postalPlace } = contact.address
      const to = [contact.name, ...lines, `${postalCode} ${postalPlace}`]
      return { ...common, channel, to, subject, text: longText(facts, sender, t, { isOnPaper: true }) }
    }
    default:
      return channel satisfies never
  }
}

function linkOf({ contact, secret }: MessageFacts, { baseUrl }: Sender): string {
  return new URL(`/${contact.messageLanguage}/appointments/${secret}`, baseUrl).href
}

function momentOf({ startTick, today, contact }: MessageFacts, t: Translate): string {
  return describeTick(startTick, today, contact.messageLanguage, t).full
}

function placeOf({ topic }: MessageFacts): string | null {
  return topic && [topic.officeName, topic.address, topic.postalPlace].filter(Boolean).join(', ')
}

/** What fits a small screen: what, when, the link. */
function shortText(facts: MessageFacts, sender: Sender, t: Translate): string {
  const { kind, topic, delayMinutes } = facts
  const time = momentOf(facts, t)
  const link = linkOf(facts, sender)
  const what = t(`messages:sms.${kind}`, { time, minutes: delayMinutes })
  const where = topic && kind !== 'cancelled' ? [t('messages:sms.place', { place: topic.officeName })] : []
  const then = kind === 'cancelled' ? t('messages:sms.undo', { link }) : t('messages:sms.see', { link })
  return [what, ...where, then].join(' ')
}

function longText(
  facts: MessageFacts,
  sender: Sender,
  t: Translate,
  { isOnPaper = false }: { isOnPaper?: boolean } = {},
): string {
  const { kind, contact, reference, checkInCode, topic, delayMinutes } = facts
  const place = placeOf(facts)
  const when = [
    t('messages:body.time', { time: momentOf(facts, t) }),
    ...(place === null ? [] : [t('messages:body.place', { place })]),
    t('messages:body.reference', { reference: inGroups(reference) }),
    ...(checkInCode !== null && PREPARES.has(kind)
      ? [t('messages:body.checkIn', { code: inGroups(checkInCode) })]
      : []),
  ]
  const link = linkOf(facts, sender)
  return [
    greeting(contact.name, t),
    t(`messages:body.${kind}`, { minutes: delayMinutes }),
    when.join('\n'),
    ...(kind === 'cancelled' ? [] : preparation(facts, t)),
    `${t(kind === 'cancelled' ? 'messages:body.undo' : 'messages:body.see')}\n${link}`,
    ...(kind === 'cancelled' ? [] : [t('messages:body.keepLink')]),
    // The number says who we are.
    ...(topic && isOnPaper ? [t('appointments:receipt.byPhone')] : []),
    ...(topic ? [t('messages:body.help')] : []),
  ].join('\n\n')
}

function greeting(name: string, t: Translate): string {
  return isPlainName(name) ? t('messages:body.greetingName', { name }) : t('messages:body.greeting')
}

/** Kinds that tell what to bring: who is told of a delay has read it before. */
const PREPARES: ReadonlySet<MessageKind> = new Set(['confirmed', 'moved', 'reminder'])

/** Who comes, what to bring and what it costs. */
function preparation({ kind, topic, contact }: MessageFacts, t: Translate): string[] {
  if (!topic || !PREPARES.has(kind)) return []
  const { messageLanguage: language } = contact
  const people = topic.people.map(({ name, ...one }) => ({
    name: name !== null && isPlainName(name) ? name : null,
    ...one,
  }))
  const names = people.map(({ name }, index) => name ?? t('people:person', { number: index + 1 }))
  const lacking = names.filter((_, index) => people[index]?.lacksConsent)
  const bring = bringWords(people, language, t).map(({ words }) => `- ${words}`)
  return [
    ...(names.length > 1 ? [t('messages:body.people', { names: formatList(names, language) })] : []),
    ...(lacking.length > 0 ? [t('messages:body.consent', { names: formatList(lacking, language) })] : []),
    [t('messages:body.bring'), ...bring].join('\n'),
    t('messages:body.fee', { fee: feeWords(topic.fee, language, t) }),
    t('appointments:late', { minutes: topic.lateMinutes }),
  ]
}

/** Other kinds change nothing in a calendar: the time is the same, whatever the delay. */
const CHANGES_CALENDAR: ReadonlySet<MessageKind> = new Set(['confirmed', 'moved', 'cancelled'])

function calendarOf(
  facts: MessageFacts,
  sender: Sender,
  { from, to }: Pick<OutgoingEmail, 'from' | 'to'>,
): OutgoingEmail['calendar'] {
  const { kind, reference, sequence, startTick, endTick, now, contact, topic } = facts
  if (!CHANGES_CALENDAR.has(kind)) return null
  const t = translator(contact.messageLanguage)
  const link = linkOf(facts, sender)
  return calendarFile(
    {
      ...{ sequence, startTick, endTick, link },
      uid: calendarUid(reference, sender.baseUrl),
      isCancelled: kind === 'cancelled',
      summary: topic ? t('appointments:calendar.summary') : t('messages:calendar.summary'),
      location: placeOf(facts) ?? '',
      description: t('appointments:calendar.description', { reference: inGroups(reference), link }),
    },
    { now, invitation: { organizer: from, attendee: to } },
  )
}

/** Eight digits are a number in Norway. */
function withCountry(mobile: string): string {
  return mobile.startsWith('+') ? mobile : `+47${mobile}`
}
