import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Settings } from '../settings.ts'
import { outboxFiles, type Outbox } from './outbox-files.ts'
import type { Delivery, Outgoing, OutgoingEmail, OutgoingLetter, OutgoingSms, Post } from './outgoing.ts'

/** The folder in which letters, and in the demonstration all messages, land. */
export function openOutbox({ dataDir }: Pick<Settings, 'dataDir'>): Outbox {
  return outboxFiles(join(dataDir, 'outbox'))
}

/** The post as the settings say: over the network, or in the demonstration as files that its page shows. */
export async function openPost(
  settings: Pick<Settings, 'smtpUrl' | 'smsUrl' | 'dataDir' | 'mode'>,
  clock: Clock,
): Promise<Post> {
  const outbox = openOutbox(settings)
  const smtp = settings.smtpUrl ? (await import('./smtp-post.ts')).smtpPost(settings.smtpUrl) : null
  const sms = settings.smsUrl ? (await import('./sms-post.ts')).smsPost(settings.smsUrl) : null

  async function show(message: Outgoing, to: string): Promise<Delivery> {
    if (settings.mode === 'demo') {
      await outbox.show({
        number: message.number,
        channel: message.channel,
        language: message.language,
        to,
        subject: message.channel === 'sms' ? null : message.subject,
        text: message.text,
        calendar: message.channel === 'email' ? (message.calendar?.content ?? null) : null,
        keptAt: clock.now().toString(),
      })
    }
    return { ok: true }
  }
  async function keepEmail(email: OutgoingEmail): Promise<Delivery> {
    await outbox.keep(email, await emailFile(email))
    return show(email, email.to.address)
  }
  async function keepSms(message: OutgoingSms): Promise<Delivery> {
    await outbox.keep(message, `${message.to}\n\n${message.text}\n`)
    return show(message, message.to)
  }
  async function keepLetter(letter: OutgoingLetter): Promise<Delivery> {
    const { letterFile } = await import('./letter-file.ts')
    await outbox.keep(letter, await letterFile(letter))
    return show(letter, letter.to.join(', '))
  }

  return {
    async send(message) {
      switch (message.channel) {
        case 'email':
          return smtp ? smtp.send(message) : keepEmail(message)
        case 'sms':
          return sms ? sms.send(message) : keepSms(message)
        case 'letter':
          return keepLetter(message)
        default:
          return message satisfies never
      }
    },
    async close() {
      smtp?.close()
    },
  }
}

/** The bytes that SMTP would carry. */
async function emailFile(email: OutgoingEmail): Promise<Buffer> {
  const { default: nodemailer } = await import('nodemailer')
  const { emailOptions } = await import('./email-options.ts')
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail(emailOptions(email))
  return Buffer.isBuffer(message) ? message : Buffer.from(String(message))
}
