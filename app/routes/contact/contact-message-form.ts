import { z } from 'zod'
import { Email, Mobile } from '../passport/contact-form.ts'

const LONGEST_NAME = 100
/** The error says it too (validation:message.too-long). */
export const LONGEST_MESSAGE = 4_000

/** What somebody writes to a politikontakt; messages are text keys. */
export const ContactMessageForm = z
  .object({
    words: z
      .string()
      .trim()
      .min(1, 'validation:message.required')
      .max(LONGEST_MESSAGE, 'validation:message.too-long')
      // Line breaks and tabs are words; other signs that cannot be seen are not.
      .regex(/^[^\p{Cc}\n\r\t]*(?:[\n\r\t][^\p{Cc}\n\r\t]*)*$/u, 'validation:message.letters'),
    name: z
      .string()
      .trim()
      .min(1, 'validation:sender.required')
      .max(LONGEST_NAME, 'validation:sender.too-long')
      .regex(/^[^\p{Cc}]*$/u, 'validation:sender.letters'),
    email: Email,
    mobile: Mobile,
  })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:lost.required',
    when: () => true,
  })

export type ContactMessageValues = { words: string; name: string; email: string; mobile: string }

/** What was posted, as it was typed. */
export function contactMessageValues(posted: FormData): ContactMessageValues {
  const text = (name: string) => String(posted.get(name) ?? '')
  return {
    words: text('words'),
    name: text('name').trim(),
    email: text('email').trim(),
    mobile: text('mobile'),
  }
}
