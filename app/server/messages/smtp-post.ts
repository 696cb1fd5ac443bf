import nodemailer from 'nodemailer'
import { z } from 'zod'
import { isLoopback } from '../production-settings.ts'
import { emailOptions } from './email-options.ts'
import type { Delivery, OutgoingEmail } from './outgoing.ts'

const CONNECTIONS = 5
const CONNECT_MILLISECONDS = 10_000
const SILENCE_MILLISECONDS = 20_000

/** The whole of one delivery; shorter than a lease. */
const LONGEST_MILLISECONDS = 30_000

/** What nodemailer adds to an error. */
const SmtpError = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
})

/** Sends e-mail by SMTP over a few connections that stay open. Outside this machine it is never sent unencrypted. */
export function smtpPost(url: string) {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    requireTLS: url.startsWith('smtp:') && !isLoopback(url),
  })
  return {
    async send(email: OutgoingEmail): Promise<Delivery> {
      try {
        const signal = AbortSignal.timeout(LONGEST_MILLISECONDS)
        await transport.sendMail({ ...emailOptions(email), signal })
        return { ok: true }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => transport.close(),
  }
}

/**
 * The words of a server may repeat the address, so only its number is kept. Only what it says of the recipient is final:
 * it may refuse all else because of how we are set up.
 */
function failed(error: unknown): Delivery {
  const { code, responseCode, command } = SmtpError.safeParse(error).data ?? {}
  const isFinal = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
  return { ok: false, isFinal, failure: `smtp ${responseCode ?? code ?? 'error'}` }
}
