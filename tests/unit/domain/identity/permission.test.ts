import assert from 'node:assert/strict'
import test from 'node:test'
import { isWithin, PERMISSIONS, ROLE_MATRIX, scopeOf } from '#app/domain/identity/permission.ts'
import { ROLES } from '#app/domain/identity/role.ts'

test('a role counts where it was given: an office, its district, the whole country', () => {
  const counter = scopeOf([{ role: 'counter', unit: 'oslo-baerum' }], 'see-appointments')
  const district = scopeOf([{ role: 'district-manager', unit: 'oslo' }], 'see-appointments')
  const baerum = { id: 'oslo-baerum', districtId: 'oslo' }
  const tromso = { id: 'troms-tromso', districtId: 'troms' }
  assert.ok(counter && isWithin(counter, baerum) && !isWithin(counter, tromso))
  assert.ok(district && isWithin(district, baerum) && !isWithin(district, tromso))
  const country = scopeOf([{ role: 'administrator', unit: '' }], 'change-roles')
  assert.ok(country && isWithin(country, tromso))
})

test('two roles are added, and neither lends the other its place', () => {
  const grants = [
    { role: 'office-manager', unit: 'oslo-baerum' },
    { role: 'counter', unit: 'troms-tromso' },
  ] as const
  assert.deepEqual(scopeOf(grants, 'see-appointments'), {
    ...{ kind: 'units', offices: ['oslo-baerum', 'troms-tromso'], districts: [] },
  })
  assert.deepEqual(scopeOf(grants, 'lift-limit'), { kind: 'units', offices: ['oslo-baerum'], districts: [] })
})

test('who has no role, or one without the permission, may not', () => {
  for (const permission of PERMISSIONS) assert.equal(scopeOf([], permission), null)
  assert.equal(scopeOf([{ role: 'counter', unit: 'oslo-baerum' }], 'change-roles'), null)
})

test('each permission is given to somebody, and only the administrator changes roles', () => {
  for (const permission of PERMISSIONS) {
    assert.ok(
      ROLES.some((role) => ROLE_MATRIX[role].includes(permission)),
      permission,
    )
  }
  assert.deepEqual(
    ROLES.filter((role) => ROLE_MATRIX[role].includes('change-roles')),
    ['administrator'],
  )
  assert.ok(!ROLE_MATRIX.administrator.includes('see-appointments'))
})
