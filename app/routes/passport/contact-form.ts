import { z } from 'zod'
import { MESSAGE_LANGUAGES, type Contact } from '#app/domain/scheduling/appointment.ts'

const LONGEST_NAME = 100

type NameMessages = { required: string; tooLong: string; letters: string }

const OnlyName = nameSchema({
  required: 'validation:name.required',
  tooLong: 'validation:name.too-long',
  letters: 'validation:name.letters',
})
const OneOfNames = nameSchema({
  required: 'validation:nameOf.required',
  tooLong: 'validation:nameOf.too-long',
  letters: 'validation:nameOf.letters',
})

function nameSchema({ required, tooLong, letters }: NameMessages) {
  return z
    .string()
    .trim()
    .min(1, required)
    .max(LONGEST_NAME, tooLong)
    .regex(/\p{L}/u, letters)
    .regex(/^[^\p{Cc}]*$/u, letters)
}

/** Nothing or an e-mail address; capitals are lost, so that it is found however it is written. */
export const Email = z.union([z.literal(''), z.email('validation:email.form').toLowerCase()])

/** Nothing or a mobile number, written with or without spaces. Eight digits are a Norwegian number, whatever they begin with. */
export const Mobile = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, '').replace(/^00(?=\d{7})/, '+'))
  .pipe(z.string().regex(/^(|\d{8}|\+\d{6,15})$/, 'validation:mobile.form'))

/**
 * What is typed on the contact page for so many people; messages are text keys, and of several names they say whose.
 * Spaces in numbers are welcome.
 */
export function contactForm(people: number): ReturnType<typeof makeForm> {
  const form = forms.get(people) ?? makeForm(people)
  forms.set(people, form)
  return form
}

/** Made once for each number of people: that takes longer than reading what was posted. */
const forms = new Map<number, ReturnType<typeof makeForm>>()

function makeForm(people: number) {
  return z
    .object({
      /** One for each person, in their order. */
      name: z.array(people === 1 ? OnlyName : OneOfNames).length(people),
      email: Email,
      mobile: Mobile,
      neither: z.boolean(),
      messageLanguage: z.enum(MESSAGE_LANGUAGES, 'validation:language.required'),
    })
    .refine(({ email, mobile, neither }) => email !== '' || mobile !== '' || neither, {
      path: ['email'],
      error: 'validation:contact.required',
      // Also when another field is wrong: one look at the page tells all there is to mend.
      when: () => true,
    })
}

export type ContactValues = {
  name: string[]
  email: string
  mobile: string
  neither: boolean
  messageLanguage: string
}

/** What was posted for so many people, as it was typed. */
export function contactValues(posted: FormData, people: number): ContactValues {
  const text = (name: string) => String(posted.get(name) ?? '')
  return {
    name: Array.from({ length: people }, (_, index) => text(`name-${index + 1}`)),
    email: text('email').trim(),
    mobile: text('mobile'),
    neither: posted.has('neither'),
    messageLanguage: text('messageLanguage'),
  }
}

/**
 * A contact as it is stored, called what the first person is; "neither" only counts when really nothing was given.
 * `address`: what is known of the person already; nobody types it.
 */
export function contactOf(
  form: z.infer<ReturnType<typeof contactForm>>,
  { address }: Pick<Contact, 'address'>,
): Contact {
  const withoutContact = form.email === '' && form.mobile === ''
  return {
    name: form.name[0] ?? '',
    email: form.email || null,
    mobile: form.mobile || null,
    // Kept only where a letter is the way to reach them.
    address: withoutContact ? address : null,
    withoutContact,
    messageLanguage: form.messageLanguage,
  }
}
