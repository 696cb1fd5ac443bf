import { copyFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import type { Engine } from '#db/engine.ts'
import { overwritePage, pageOf } from '#tests/support/damage.ts'
import { contactFields, postForm } from './booking-form.ts'
import { damagePostgres } from './corrupt-postgres.ts'
import { examine } from './examine.ts'
import { links, openGround, startOn } from './ground.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { notRefused, readySoon, soon, statusOf } from './pages.ts'
import { createVisitors } from './visitors.ts'

/** So many appointments and answers are in the database before it is damaged. */
const ENOUGH = 60

/** What a bad disk, or a hand that slips, does to a file. */
const DAMAGES: Record<string, (path: string) => void> = {
  'a page of the appointments': (path) => overwritePage(path, pageOf(path, 'appointments')),
  'a page of the claims': (path) => overwritePage(path, pageOf(path, 'claims')),
  'the first page': (path) => overwritePage(path, 1),
  'half of the file': (path) => truncateSync(path, 4096 * Math.floor(statSync(path).size / 8192)),
}

/** Overwrites stored pages: a portal must neither serve from what is left nor write to it, and must say so. */
export async function corrupt(kind: Engine['kind']): Promise<Outcome> {
  const outcome = anOutcome(`database damaged (${kind})`)
  const ground = await openGround(kind)
  const ledger = createLedger(links.hashOf)
  try {
    const url = await ground.freshDatabase()
    const portal = await startOn(url)
    try {
      await createVisitors({ url: portal.url, ledger, links, random: Math.random }).comeUntil(
        () => ledger.sum() >= ENOUGH,
      )
    } finally {
      // A gentle end copies the log of SQLite into its file: what is damaged below is then all there is.
      await portal.stop()
    }
    if (ground.postgres) await damagePostgres(ground.postgres, { url, ledger, outcome })
    else await damageFile(url, { ledger, outcome })
    await examine(url, { ledger, outcome, when: 'once the database was whole again' })
    return outcome
  } finally {
    outcome.acknowledged = ledger.sum()
    await ground.end()
  }
}

type Findings = { ledger: Ledger; outcome: Outcome }

async function damageFile(url: string, { ledger, outcome }: Findings): Promise<void> {
  const path = url.slice('file:'.length)
  const backup = `${path}.backup`
  copyFileSync(path, backup)
  const putBack = () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    copyFileSync(backup, path)
  }
  for (const [what, damage] of Object.entries(DAMAGES)) {
    damage(path)
    const wrongBefore = outcome.wrong.length
    const portal = await startOn(url, { waitFor: 'alive' })
    try {
      if (!(await soon(() => portal.log().includes('The database is damaged'))))
        outcome.wrong.push(`${what}: it does not say so: ${portal.log()}`)
      if ((await statusOf(portal.url, '/readyz')) !== 503) outcome.wrong.push(`${what}: it says it is ready`)
      outcome.wrong.push(...(await notRefused(portal.url, ledger)).map((sentence) => `${what}: ${sentence}`))
      putBack()
      if (!(await readySoon(portal.url)))
        outcome.wrong.push(`${what}: not ready with the backup in its place`)
    } finally {
      await portal.stop()
    }
    if (outcome.wrong.length === wrongBefore)
      outcome.notes.push(
        `${what}: refused, 503 for pages and forms; ready by itself once the backup was back`,
      )
  }
  await damageWhileRunning(url, { ledger, outcome })
  putBack()
}

/** Here the portal knows some pages already, and serves those from memory; it must not invent what it cannot read. */
async function damageWhileRunning(url: string, { ledger, outcome }: Findings): Promise<void> {
  const portal = await startOn(url)
  try {
    DAMAGES['half of the file']?.(url.slice('file:'.length))
    const statuses: number[] = []
    for (const { secret } of ledger.confirmed())
      statuses.push(await statusOf(portal.url, `/nb/appointments/${secret}`))
    for (const { secret, fact } of ledger.standing()) {
      if (fact.status !== 'held') continue
      const path = `/nb/passport/book/${secret}/contact`
      statuses.push((await postForm(portal.url, path, contactFields(fact.people))).status)
    }
    const counts = Map.groupBy(statuses, (status) => status)
    const unexpected = statuses.filter((status) => ![200, 302, 503].includes(status))
    if (unexpected.length > 0) outcome.wrong.push(`damaged while running: answers ${unexpected.join(', ')}`)
    if (!counts.has(503)) outcome.wrong.push('damaged while running: no answer 503')
    if ((await statusOf(portal.url, '/healthz')) !== 200)
      outcome.wrong.push('damaged while running: it has ended')
    const inWords = [...counts].map(([status, all]) => `${all.length} × ${status}`).join(', ')
    outcome.notes.push(`half of the file, while running: ${inWords}; the process lives`)
  } finally {
    await portal.kill()
  }
}
