import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** A data file that cannot be used; the message says which file, which line and why. */
export class BrokenData extends Error {
  override name = 'BrokenData'
}

const RecordsSchema = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.unknown() }))

/**
 * Reads a CSV file with one header row.
 * @throws {BrokenData} at the first row that the schema does not accept: half a data set is worse than none
 */
export function readCsv<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  const file = basename(path)
  return RecordsSchema.parse(parseCsv(path, file)).map(({ info, record }) => {
    const row = schema.safeParse(record)
    if (row.success) return row.data
    const [issue] = row.error.issues
    const column = issue?.path.join('.')
    throw new BrokenData(
      `${file} line ${info.lines}: ${column ? `${column}: ` : ''}${issue?.message ?? 'broken'}`,
    )
  })
}

function parseCsv(path: string, file: string): unknown {
  try {
    // services.csv has quotation marks inside a field that is not quoted; the number of columns is still checked.
    return parse(readFileSync(path, 'utf8'), { columns: true, info: true, bom: true, relax_quotes: true })
  } catch (error) {
    throw new BrokenData(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`, {
      cause: error,
    })
  }
}
