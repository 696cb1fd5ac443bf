import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CHANNELS } from '#app/domain/messages/message.ts'
import type { Outgoing } from './outgoing.ts'

/** What the demonstration shows of a message that landed as a file. */
const Shown = z.object({
  number: z.number(),
  channel: z.enum(CHANNELS),
  language: z.string(),
  to: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  calendar: z.string().nullable(),
  /** An instant. */
  keptAt: z.string(),
})
export type ShownMessage = z.infer<typeof Shown>

const FOLDERS = { email: 'email', sms: 'sms', letter: 'letters' } as const
const ENDINGS = { email: 'eml', sms: 'txt', letter: 'pdf' } as const

export type Outbox = ReturnType<typeof outboxFiles>

/**
 * Messages as files in a folder: e-mail as .eml, text messages as .txt, letters as .pdf. A message that comes twice is
 * the same file.
 */
export function outboxFiles(folder: string) {
  const shown = join(folder, 'shown')
  return {
    async keep(
      { channel, number }: Pick<Outgoing, 'channel' | 'number'>,
      bytes: Buffer | string,
    ): Promise<void> {
      await writeWhole(join(folder, FOLDERS[channel]), `${number}.${ENDINGS[channel]}`, bytes)
    },
    /** Lets the demonstration's page show a message. */
    async show(message: ShownMessage): Promise<void> {
      await writeWhole(shown, `${message.number}.json`, JSON.stringify(message))
    },
    /** The newest messages that may be shown. */
    async newest(most: number): Promise<ShownMessage[]> {
      const names = await readdir(shown).catch(noFolder)
      const dated = await Promise.all(
        names
          .filter((name) => name.endsWith('.json'))
          .map(async (name) => ({ name, at: (await stat(join(shown, name))).mtimeMs })),
      )
      const newest = dated.sort((a, b) => b.at - a.at).slice(0, most)
      return Promise.all(newest.map(async ({ name }) => read(join(shown, name))))
    },
    async find(number: number): Promise<ShownMessage | null> {
      const names = await readdir(shown).catch(noFolder)
      return names.includes(`${number}.json`) ? read(join(shown, `${number}.json`)) : null
    },
    letter: (number: number): Promise<Buffer> => readFile(join(folder, FOLDERS.letter, `${number}.pdf`)),
  }
}

async function read(path: string): Promise<ShownMessage> {
  return Shown.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** Whoever reads the folder meanwhile finds the whole file or none. */
async function writeWhole(folder: string, name: string, bytes: Buffer | string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}

/** Nothing was sent yet. */
function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
