import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createAuditIds } from '#app/server/audit-ids.ts'
import { systemClock } from '#app/server/clock.ts'
import { readKeyRing } from '#app/server/key-ring.ts'
import { createPersonKeys } from '#app/server/person-keys.ts'
import { readSettings, type Settings } from '#app/server/settings.ts'
import { endSessionsFor, type Whose } from '#app/use-cases/end-sessions-for.server.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { findStaffBySubject } from '#db/queries/staff.ts'
import { command, Refused } from './command.ts'

/**
 * `npm run end-sessions -- --staff SUBJECT | --citizen | --everybody`: logs people out at once, on all their devices.
 * With `--citizen` the national number comes on standard input: on the command line others on the machine could read it.
 * May run while the portal serves.
 */

const USAGE = 'Say whose: --staff SUBJECT, --citizen (the number on standard input) or --everybody.'

await command(async () => {
  const { values } = parseArgs({
    options: { staff: { type: 'string' }, citizen: { type: 'boolean' }, everybody: { type: 'boolean' } },
  })
  if (Object.keys(values).length !== 1) throw new Refused(USAGE)
  const settings = readSettings(process.env)
  const engine = await openEngine(settings.databaseUrl)
  try {
    const parts = {
      engine,
      clock: systemClock(settings.clockStart),
      auditIds: createAuditIds(settings.auditKey),
    }
    const ended = await endSessionsFor({ ...parts, randomBytes }, await whoseOf(values, settings, engine))
    console.log(`Sessions ended: ${ended}.`)
  } finally {
    await engine.close()
  }
})

async function whoseOf(
  { staff, citizen }: { staff?: string | undefined; citizen?: boolean | undefined },
  settings: Settings,
  engine: Engine,
): Promise<Whose> {
  if (staff !== undefined) {
    const member = await findStaffBySubject(engine.read, engine.tables, staff)
    if (!member) throw new Refused('Nobody with that subject works here.')
    return { audience: 'staff', owners: [String(member.id)] }
  }
  if (!citizen) return 'everybody'
  const number = (await text(process.stdin)).trim()
  if (!/^\d{11}$/.test(number)) throw new Refused('A national number has eleven digits.')
  const keys = createPersonKeys(readKeyRing(settings.identityHashKey))
  return { audience: 'citizen', owners: keys.keysOf(number) }
}
