import assert from 'node:assert/strict'
import test from 'node:test'
import { contactForm, contactOf, contactValues } from '#app/routes/passport/contact-form.ts'
import { formErrors } from '#app/routes/passport/form-errors.ts'

for (const name of [
  'Kari Nordmann',
  "D'Arcy O’Neill",
  'Máret Ánne Sárá',
  'Ŧ',
  'Å',
  'Øystein Bø-Aas',
  '李小龍',
  '  Kari  ',
]) {
  test(`a name is a name: ${name}`, () => {
    assert.equal(parsedForm({ name: [name] }).name[0], name.trim())
  })
}

const wrongNames = [
  ['', 'validation:name.required'],
  ['   ', 'validation:name.required'],
  ['x'.repeat(101), 'validation:name.too-long'],
  ['123', 'validation:name.letters'],
  ['Kari\u0000', 'validation:name.letters'],
  ['Kari\r\nBcc: all', 'validation:name.letters'],
] as const
for (const [name, message] of wrongNames) {
  test(`a name that cannot be one is told: ${JSON.stringify(name).slice(0, 30)}`, () => {
    assert.deepEqual(errorsOf({ name: [name] }), { name: message })
  })
}

test('a name of a hundred letters is not too long', () => {
  assert.deepEqual(errorsOf({ name: ['x'.repeat(100)] }), {})
})

const mobiles = [
  ['98765432', '98765432'],
  ['987 65 432', '98765432'],
  ['98 76 54 32', '98765432'],
  ['+47 987 65 432', '+4798765432'],
  ['0047 98765432', '+4798765432'],
  ['00000002', '00000002'],
  ['00 45 12 34 56 78', '+4512345678'],
  ['+46 (0)70-123.45.67', '+460701234567'],
  ['', ''],
] as const
for (const [typed, stored] of mobiles) {
  test(`a mobile number may be written as people do: ${JSON.stringify(typed)}`, () => {
    assert.equal(parsedForm({ mobile: typed }).mobile, stored)
  })
}

for (const mobile of ['9876543', '987654321', '+47', '+1234567890123456', 'none', '98765432x', '1+2345678']) {
  test(`what cannot be a mobile number is told: ${mobile}`, () => {
    assert.deepEqual(errorsOf({ mobile }), { mobile: 'validation:mobile.form' })
  })
}

for (const email of ['kari', 'kari@', '@example.org', 'kari@example', 'ka ri@example.org']) {
  test(`what cannot be an e-mail address is told: ${email}`, () => {
    assert.deepEqual(errorsOf({ email }), { email: 'validation:email.form' })
  })
}

test('without e-mail, mobile and "neither" one of them is asked for', () => {
  assert.deepEqual(errorsOf({ email: '', mobile: '' }), { email: 'validation:contact.required' })
})

test('one of the two is enough', () => {
  assert.deepEqual(errorsOf({ email: '', mobile: '98765432' }), {})
  assert.deepEqual(errorsOf({ email: 'kari@example.org', mobile: '' }), {})
})

test('"neither" is enough, and is stored', () => {
  const form = parsedForm({ email: '', mobile: '', neither: true })
  assert.deepEqual(contactOf(form, { address: null }), {
    name: 'Kari Nordmann',
    email: null,
    mobile: null,
    address: null,
    withoutContact: true,
    messageLanguage: 'nb',
  })
})

test('"neither" does not count when something was given all the same', () => {
  const contact = contactOf(parsedForm({ email: 'kari@example.org', neither: true }), { address: null })
  assert.deepEqual([contact.withoutContact, contact.email], [false, 'kari@example.org'])
})

test('everything that is wrong is told at once', () => {
  assert.deepEqual(errorsOf({ name: [''], email: '', mobile: '', messageLanguage: 'xx' }), {
    name: 'validation:name.required',
    email: 'validation:contact.required',
    messageLanguage: 'validation:language.required',
  })
})

test('everybody needs a name: each one that is missing is told, with whose it is', () => {
  const error = contactForm(4).safeParse(filled({ name: ['Kari Nordmann', '', 'Ola Nordmann', '7'] })).error
  assert.ok(error)
  assert.deepEqual(formErrors(error), {
    'name-2': { key: 'validation:nameOf.required', options: { number: 2 } },
    'name-4': { key: 'validation:nameOf.letters', options: { number: 4 } },
  })
})

test('the contact is called what the first person is', () => {
  assert.equal(contactOf(parsedForm({ name: ['Kari', 'Ola'] }), { address: null }).name, 'Kari')
})

test('what was posted is read as it was typed, what is missing as empty', () => {
  const posted = new FormData()
  posted.set('name-1', ' Kari ')
  posted.set('email', ' kari@example.org ')
  posted.set('neither', 'on')
  assert.deepEqual(contactValues(posted, 2), {
    name: [' Kari ', ''],
    email: 'kari@example.org',
    mobile: '',
    neither: true,
    messageLanguage: '',
  })
})

type Values = ReturnType<typeof contactValues>

function filled(some: Partial<Values>): Values {
  return {
    name: ['Kari Nordmann'],
    email: 'kari@example.org',
    mobile: '',
    neither: false,
    messageLanguage: 'nb',
    ...some,
  }
}

function parsedForm(some: Partial<Values>) {
  return contactForm(some.name?.length ?? 1).parse(filled(some))
}

/** The first message of each field. */
function errorsOf(some: Partial<Values>): Record<string, string> {
  const parsed = contactForm(some.name?.length ?? 1).safeParse(filled(some))
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error?.issues ?? []) errors[String(path[0])] ??= message
  return errors
}
