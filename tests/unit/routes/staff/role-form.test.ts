import assert from 'node:assert/strict'
import test from 'node:test'
import { roleForm } from '#app/routes/staff/role-form.ts'

const RIGHT = { staff: '7', role: 'counter', unit: 'sandvika', then: 'give' }

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('a role is given to whom, what and where the form says', () => {
  assert.deepEqual(roleForm(posted(RIGHT)), {
    staffId: 7,
    grant: { role: 'counter', unit: 'sandvika' },
    isGiven: true,
  })
})

for (const name of ['isActive', 'subject', 'id', 'constructor', '__proto__']) {
  test(`a field that the form has not is refused with all of it: ${name}`, () => {
    assert.equal(roleForm(posted({ ...RIGHT, [name]: 'x' })), null)
  })
}

for (const change of [
  { staff: '0' },
  { staff: '1e999' },
  { role: 'king' },
  { then: 'keep' },
  { unit: 'x'.repeat(101) },
]) {
  test(`what makes no sense changes nobody's role: ${JSON.stringify(change).slice(0, 40)}`, () => {
    assert.equal(roleForm(posted({ ...RIGHT, ...change })), null)
  })
}
