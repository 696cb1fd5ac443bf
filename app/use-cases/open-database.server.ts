import { existsSync } from 'node:fs'
import { openEngine, type Engine } from '#db/engine.ts'
import { damageOf, damageSentence } from '#db/errors.ts'
import { holdsDemonstration, newestSeeding } from '#db/queries/catalogue.ts'
import { schemaState } from '#db/schema-state.ts'

/** The database cannot be served from; the message tells the operator what to do. */
export class DatabaseNotReady extends Error {
  override name = 'DatabaseNotReady'
}

/**
 * Opens a database that fits this code and has been filled.
 * @param inEarnest true for a portal that real people use: no demonstration may stand behind it
 * @throws {DatabaseNotReady} when it is missing, out of reach, of another version, damaged, empty, or a demonstration's
 */
export async function openReadyDatabase(url: string, { inEarnest = false } = {}): Promise<Engine> {
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length))) {
    throw new DatabaseNotReady(`There is no database at ${url}. \`npm start\` makes one.`)
  }
  const engine = await openEngine(url).catch((cause) => {
    throw notReady(cause, (why) => `The database cannot be opened: ${why}. Check DATABASE_URL.`)
  })
  try {
    await refuseUnlessReady(engine)
    if (inEarnest && (await holdsDemonstration(engine))) {
      throw new DatabaseNotReady(
        'The database holds a demonstration: real people must not meet it. Fill another with `npm run seed -- --size empty`.',
      )
    }
    return engine
  } catch (error) {
    await engine.close()
    if (error instanceof DatabaseNotReady) throw error
    throw notReady(error, (why) => `The database does not answer: ${why}. Is another program holding it?`)
  }
}

function notReady(cause: unknown, sentence: (why: string) => string): DatabaseNotReady {
  const damage = damageOf(cause)
  const why = cause instanceof Error ? cause.message : String(cause)
  return new DatabaseNotReady(damage === null ? sentence(why) : damageSentence(damage), { cause })
}

async function refuseUnlessReady(engine: Engine): Promise<void> {
  const state = await schemaState(engine)
  switch (state) {
    case 'current':
      break
    case 'empty':
      throw new DatabaseNotReady('The database has no tables yet. `npm start` makes and fills them.')
    case 'older':
      throw new DatabaseNotReady(
        'The database is older than this code. Stop the portal; `npm start` migrates it.',
      )
    case 'newer':
      throw new DatabaseNotReady(
        'The database is newer than this code. Start the version that migrated it, or a later one.',
      )
    default:
      state satisfies never
  }
  const damage = await engine.check()
  if (damage !== null) throw new DatabaseNotReady(damageSentence(damage))
  if ((await newestSeeding(engine)) === null) {
    throw new DatabaseNotReady('The database has tables but no offices. `npm run seed` fills it.')
  }
}
