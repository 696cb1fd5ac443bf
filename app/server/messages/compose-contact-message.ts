import { translator } from '#app/i18n/i18n.ts'
import { inGroups } from '#app/i18n/format.ts'
import type { WaitingContactMessage } from '#app/domain/contact/contact-message.ts'
import type { Sender } from './message-facts.ts'
import type { OutgoingEmail } from './outgoing.ts'

/** The numbers of these messages begin here, so that in the outbox none is taken for one about an appointment. */
const FIRST_NUMBER = 1_000_000_000

/**
 * Puts a message to the politikontakt into an e-mail to the mailbox of the district. Its readers are the police, in
 * Norwegian; the words are the sender's own.
 */
export function composeContactMessage(
  message: WaitingContactMessage & { municipality: string },
  mailbox: string,
  { baseUrl, mailFrom }: Sender,
): OutgoingEmail {
  const t = translator('nb')
  const { id, reference, municipality, name, email, mobile, language, words } = message
  const facts = { municipality, reference: inGroups(reference) }
  const about = [
    t('contact:mail.name', { name }),
    ...(email === null ? [] : [t('contact:mail.email', { email })]),
    ...(mobile === null ? [] : [t('contact:mail.mobile', { mobile })]),
    t('contact:mail.language', { language: t(`passport:contact.languages.${language}`) }),
  ]
  return {
    channel: 'email',
    id: `contact-message-${id}@${new URL(baseUrl).hostname}`,
    number: FIRST_NUMBER + id,
    language: 'nb',
    from: { name: t('common:portalName'), address: mailFrom },
    to: { name: '', address: mailbox },
    subject: t('contact:mail.subject', facts),
    text: [t('contact:mail.lead', facts), about.join('\n'), words].join('\n\n'),
    calendar: null,
  }
}
