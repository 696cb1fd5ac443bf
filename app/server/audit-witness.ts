import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { WitnessLine } from '#app/domain/audit/witness.ts'

const Line = z.strictObject({
  position: z.int().nonnegative(),
  hash: z.string(),
  at: z.string(),
  waiting: z.int().nonnegative(),
  restored: z.boolean().optional(),
})

/** A file of heads of the audit. It should lie where whoever can write to the database cannot (README). */
export type AuditWitness = {
  /** Answers when the line is on the disk. */
  append(line: WitnessLine): Promise<void>
  /**
   * All lines in their order; none when there is no file.
   * @throws when a line is not one of ours
   */
  read(): Promise<WitnessLine[]>
}

export function auditWitness(path: string): AuditWitness {
  return {
    async append(line) {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'a', 0o600)
      try {
        await file.appendFile(`${JSON.stringify(line)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async read() {
      const lines = (await textOf(path)).split('\n')
      // A crash may have cut the last one; it was not yet on the disk.
      const whole = lines.slice(0, -1)
      return whole.map((line, index) => {
        const parsed = Line.safeParse(jsonOf(line))
        if (!parsed.success) throw new Error(`${path}: line ${index + 1} is not a head of the audit.`)
        return parsed.data
      })
    },
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
