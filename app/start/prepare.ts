import { readSettings } from '#app/server/settings.ts'
import { prepareDatabase } from './prepare-database.ts'

// Makes the database ready and ends; the server does the same by itself when it is started with --prepare.

try {
  await prepareDatabase(readSettings(process.env), (line) => console.log(line))
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
