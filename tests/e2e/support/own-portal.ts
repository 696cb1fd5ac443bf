import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CLOCK_START, copyTemplate, demoTemplate } from '#tests/support/demo-database.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { test as base } from './test.ts'

/** A folder for the data of a portal that is not like the others. */
export type DataFolder = {
  path: string
  database: string
  /** Puts the demonstration's database there. */
  fill(): void
  /** Changes it while no portal has it. */
  change(sql: string): void
  /** Starts a portal on it; by default it need not become ready. */
  start(waitFor?: 'ready' | 'alive'): Promise<TestPortal>
}

/** Opens one that is gone, with its portals, once it is closed. */
export function openDataFolder(): DataFolder & { close(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'forste-kontakt-e2e-'))
  const database = join(path, 'portal.db')
  const started: TestPortal[] = []
  return {
    path,
    database,
    fill: () => copyTemplate(demoTemplate(CLOCK_START), path),
    change(sql) {
      const connection = new Database(database)
      connection.exec(sql)
      connection.close()
    },
    async start(waitFor = 'alive') {
      const portal = await startPortal({ dataDir: path, waitFor })
      started.push(portal)
      return portal
    },
    async close() {
      for (const portal of started) await portal.stop()
      rmSync(path, { recursive: true, force: true })
    },
  }
}

export const test = base.extend<{ folder: DataFolder }>({
  // The first argument must be written as a pattern: Playwright reads it.
  folder: async ({}, use) => {
    const folder = openDataFolder()
    await use(folder)
    await folder.close()
  },
})
