import assert from 'node:assert/strict'
import test from 'node:test'
import { ContactMessageForm } from '#app/routes/contact/contact-message-form.ts'
import { formErrors } from '#app/routes/passport/form-errors.ts'

const GOOD = { words: 'Det bråker\npå plassen.', name: 'Kari', email: 'kari@example.org', mobile: '' }

function errorsOf(some: Partial<typeof GOOD>) {
  const form = ContactMessageForm.safeParse({ ...GOOD, ...some })
  return form.success ? {} : formErrors(form.error)
}

test('words of several lines with a name and one way to answer are enough', () => {
  assert.deepEqual(errorsOf({}), {})
  assert.deepEqual(errorsOf({ email: '', mobile: '400 00 000' }), {})
})

test('an empty form says everything that is missing, in the order of the page', () => {
  assert.deepEqual(Object.keys(errorsOf({ words: ' ', name: '', email: '' })), ['words', 'name', 'email'])
})

test('signs that cannot be seen and very long words are sent back', () => {
  assert.deepEqual(errorsOf({ words: 'a\0b' }), { words: 'validation:message.letters' })
  assert.deepEqual(errorsOf({ words: 'a'.repeat(4_001) }), { words: 'validation:message.too-long' })
  assert.deepEqual(errorsOf({ name: 'Kari\r\nBcc: x' }), { name: 'validation:sender.letters' })
})
