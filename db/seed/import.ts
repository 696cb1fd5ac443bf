import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrokenData } from './csv.ts'
import { OutlinesSchema } from './file-schemas.ts'
import { DATA_FOLDER, readData } from './read-data.ts'

/** `npm run import-data -- FOLDER`: checks the source files and copies them, unchanged, into db/seed/data. */

const OUTLINES = ['county-outlines.geojson', 'municipality-outlines.geojson']

const FILES = [
  'municipalities.csv',
  'municipality-to-police-district.csv',
  'passport-mobile-stops.csv',
  'passport-office-hours-2022.csv',
  'places.csv',
  'police-districts.csv',
  'police-stations.csv',
  'postal-codes.csv',
  'services.csv',
  'SOURCES.md',
  ...OUTLINES,
]

try {
  importData(process.argv[2])
} catch (error) {
  if (!(error instanceof BrokenData)) throw error
  console.error(`${error.message}\nNothing was imported.`)
  process.exitCode = 1
}

function importData(folder: string | undefined): void {
  if (folder === undefined) {
    throw new BrokenData('Say which folder holds the source files: npm run import-data -- FOLDER')
  }
  const missing = FILES.filter((file) => !existsSync(join(folder, file)))
  if (missing.length > 0) throw new BrokenData(`The folder ${folder} lacks ${missing.join(', ')}.`)

  const data = readData(folder)
  for (const file of OUTLINES) checkOutlines(folder, file)

  mkdirSync(DATA_FOLDER, { recursive: true })
  // Byte for byte: the files can be compared with their source, and a second import changes nothing.
  for (const file of FILES) writeFileSync(join(DATA_FOLDER, file), readFileSync(join(folder, file)))
  const rows = Object.values(data).reduce((sum, list) => sum + list.length, 0)
  console.log(`${rows} rows checked; ${FILES.length} files copied to db/seed/data.`)
}

function checkOutlines(folder: string, file: string): void {
  const outlines = OutlinesSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  if (outlines.success) return
  const [issue] = outlines.error.issues
  throw new BrokenData(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}
