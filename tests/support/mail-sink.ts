import { once } from 'node:events'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { z } from 'zod'

const ContentType = z.object({ params: z.object({ method: z.string().optional() }) })

export type ReceivedMail = {
  messageId: string
  to: string
  from: string
  subject: string
  text: string
  /** The calendar part as a mail program reads it. */
  calendar: { method: string | null; content: string } | null
  mail: ParsedMail
}

export type MailSink = Awaited<ReturnType<typeof startMailSink>>

/** A real SMTP server on loopback that keeps what it accepts. `accept`: refuses a recipient with a code of SMTP. */
export async function startMailSink({
  accept = () => null,
}: { accept?: (recipient: string) => number | null } = {}) {
  const received: ReceivedMail[] = []
  /** To whom each was handed over, whatever its headers say. */
  const recipients: string[][] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = accept(address)
      callback(
        code === null ? null : Object.assign(new Error(`No <${address}> here`), { responseCode: code }),
      )
    },
    onData(stream, { envelope }, callback) {
      recipients.push(envelope.rcptTo.map(({ address }) => address))
      simpleParser(stream).then(
        (mail) => {
          received.push(receivedOf(mail))
          callback()
        },
        (error: Error) => callback(error),
      )
    },
  })
  // A client that is killed breaks its connection.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('an SMTP server has a port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    ...{ received, recipients },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

function receivedOf(mail: ParsedMail): ReceivedMail {
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to
  const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  const attached = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  const content = (part ?? attached)?.content.toString('utf8') ?? null
  return {
    messageId: mail.messageId ?? '',
    to: to?.value[0]?.address ?? '',
    from: mail.from?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    calendar: content === null ? null : { method: methodOf(mail), content },
    mail,
  }
}

/** What the MIME header says; it must be the same as in the file, or mail programs do nothing. */
function methodOf(mail: ParsedMail): string | null {
  const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  return ContentType.safeParse(part?.headers.get('content-type')).data?.params.method ?? null
}
