import { parseArgs } from 'node:util'
import { REACH_OF_ROLE, ROLES } from '#app/domain/identity/role.ts'
import { readSettings } from '#app/server/settings.ts'
import { openEngine } from '#db/engine.ts'
import { findStaffBySubject, insertGrant, insertStaff } from '#db/queries/staff.ts'

// Behind `npm run grant -- SUBJECT NAME ROLE [UNIT]`: lets the first administrator in, who then sees to the others.

const [subject, name, role, unit = ''] = parseArgs({ allowPositionals: true }).positionals
const known = ROLES.find((one) => one === role)
if (!subject || !name || !known || (REACH_OF_ROLE[known] === 'country') !== (unit === '')) {
  console.error(
    `Usage: npm run grant -- SUBJECT NAME ROLE [UNIT]\nSUBJECT is the "sub" of the staff's identity provider. ROLE is one of ${ROLES.join(', ')}; UNIT the id of the office or district, none for a role that is for the whole country.`,
  )
  process.exit(1)
}
const engine = await openEngine(readSettings(process.env).databaseUrl)
try {
  await engine.write(async (tx) => {
    const member = await findStaffBySubject(tx, engine.tables, subject)
    const id = member?.id ?? (await insertStaff(tx, engine.tables, { subject, name }))
    await insertGrant(tx, engine.tables, id, { role: known, unit })
  })
  console.log(`${name} is ${known}${unit ? ` of ${unit}` : ''}.`)
} finally {
  await engine.close()
}
