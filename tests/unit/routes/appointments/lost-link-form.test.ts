import assert from 'node:assert/strict'
import test from 'node:test'
import { LostLinkForm } from '#app/routes/appointments/lost-link-form.ts'

test('either contact is enough, and both are taken: a browser often fills in both', () => {
  const typed = (email: string, mobile: string) => LostLinkForm.safeParse({ email, mobile }).data
  assert.deepEqual(typed('Kari@example.org', ''), ['kari@example.org'])
  assert.deepEqual(typed('', '400 00 000'), ['40000000'])
  assert.deepEqual(typed('kari@example.org', '40000000'), ['kari@example.org', '40000000'])
  assert.equal(typed('', ''), undefined)
})
