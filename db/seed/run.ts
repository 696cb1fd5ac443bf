import { parseArgs } from 'node:util'
import { count } from 'drizzle-orm'
import { z } from 'zod'
import { OSLO } from '#app/domain/time/tick.ts'
import { openEngine, type Engine } from '../engine.ts'
import { seed } from './seed.ts'

/** `npm run seed -- [--size demo|national|empty] [--claims N] [--day YYYY-MM-DD]` */

const ArgumentsSchema = z.object({
  size: z.enum(['demo', 'national', 'empty'], '--size must be demo, national or empty').default('demo'),
  claims: z.coerce.number('--claims must be a number').int().positive('--claims must be above 0').optional(),
  day: z.iso.date('--day must be a day YYYY-MM-DD').optional(),
})

/** A wrong argument or a refusal: said in one sentence, without a stack. */
class Refused extends Error {}

try {
  await run()
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { size, claims, day } = readArguments()
  const { DATABASE_URL, DATA_DIR, CLOCK_START, PORTAL_MODE } = process.env
  const now = CLOCK_START ? Temporal.Instant.from(CLOCK_START) : Temporal.Now.instant()
  const today = day ? Temporal.PlainDate.from(day) : now.toZonedDateTimeISO(OSLO).toPlainDate()
  const isProduction = PORTAL_MODE === 'production'
  if (isProduction && size !== 'empty') {
    throw new Refused(
      'With PORTAL_MODE=production only --size empty may be written: no made-up appointments.',
    )
  }

  const engine = await openEngine(DATABASE_URL ?? `file:${DATA_DIR ?? './data'}/portal.db`)
  try {
    await engine.migrate()
    if (isProduction && (await countAppointments(engine)) > 0) {
      throw new Refused('The database holds appointments: seeding would delete them, so nothing was done.')
    }
    const started = performance.now()
    const nowSeconds = Math.floor(now.epochMilliseconds / 1000)
    await seed({ engine, size, today, nowSeconds, claims, onProgress: (line) => console.log(line) })
    console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  } finally {
    await engine.close()
  }
}

function readArguments(): z.infer<typeof ArgumentsSchema> {
  const parsed = ArgumentsSchema.safeParse(parseCommandLine())
  if (parsed.success) return parsed.data
  throw new Refused(parsed.error.issues.map(({ message }) => message).join('\n'))
}

function parseCommandLine(): unknown {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { size: text, claims: text, day: text } }).values
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error))
  }
}

async function countAppointments({ read, tables }: Engine): Promise<number> {
  const [row] = await read.select({ number: count() }).from(tables.appointments)
  return row?.number ?? 0
}
