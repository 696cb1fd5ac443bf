import assert from 'node:assert/strict'
import test from 'node:test'
import { formErrors } from '#app/routes/passport/form-errors.ts'
import { LiftForm, liftValues } from '#app/routes/staff/lift-form.ts'

test('what is to be mended stands in the order of the page', () => {
  const values = liftValues(new FormData())
  const form = LiftForm.safeParse(values)
  assert.ok(form.error)
  assert.deepEqual(Object.keys(formErrors(form.error, values)), ['email', 'reason'])
})
