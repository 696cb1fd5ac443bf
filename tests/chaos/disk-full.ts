import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from './examine.ts'
import { links, openGround, startOn } from './ground.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { deadPages, otherThan503, readySoon, statusOf } from './pages.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'
import { createVisitors } from './visitors.ts'

const DISK_MEGABYTES = 24

/** Room for some bookings: then the disk is full in the midst of them, not before. */
const BYTES_LEFT = 300_000

/** So many answers, or refusals, of each part of the story. */
const ENOUGH = 60

/** The disk with the database fills up while visitors book; the portal is killed and started on the full disk too. */
export async function fillDisk(): Promise<Outcome> {
  const outcome = anOutcome('disk full (sqlite)')
  const disk = openSmallDisk(DISK_MEGABYTES)
  if (typeof disk === 'string') return { ...outcome, notes: [disk] }
  try {
    const path = join(disk.folder, 'portal.db')
    const ground = await openGround('sqlite')
    copyFileSync((await ground.freshDatabase()).slice('file:'.length), path)
    await ground.end()
    await tellTheStory(`file:${path}`, disk, outcome)
    return outcome
  } finally {
    disk.end()
  }
}

async function tellTheStory(url: string, disk: SmallDisk, outcome: Outcome): Promise<void> {
  const ledger = createLedger(links.hashOf)
  let portal = await startOn(url)
  try {
    const visitors = createVisitors({ url: portal.url, ledger, links, random: Math.random })
    const refusals = () => visitors.troubles.get(503) ?? 0
    await moreAnswers('before the disk was full', { visitors, ledger, outcome })

    disk.fill(BYTES_LEFT)
    const before = ledger.sum()
    if (!(await visitors.comeUntil(() => refusals() >= ENOUGH)))
      outcome.wrong.push(`only ${refusals()} answers 503 from a full disk`)
    const dead = await deadPages(portal.url, ledger)
    outcome.wrong.push(...dead)
    outcome.notes.push(
      `disk filling up: ${ledger.sum() - before} acknowledged, then ${refusals()} × 503, ${dead.length} pages not shown`,
    )

    disk.makeRoom()
    await moreAnswers('when there was room again, in the same process', { visitors, ledger, outcome })
    disk.fill(0)
    await visitors.comeUntil(() => refusals() >= 2 * ENOUGH)
    outcome.wrong.push(...otherThan503(visitors.troubles))
    await portal.kill()

    portal = await startOn(url, { waitFor: 'alive' })
    const isShown = (await statusOf(portal.url, '/nb/passport')) === 200
    outcome.notes.push(
      `killed and started on the full disk: ${isShown ? 'pages are shown' : 'an honest 503, until there is room'}`,
    )
    disk.makeRoom()
    if (!(await readySoon(portal.url))) outcome.wrong.push('not ready though there was room again')
    await examine(url, { ledger, outcome, when: 'after the fault' })
    const later = createVisitors({ url: portal.url, ledger, links, random: Math.random })
    await moreAnswers('in the next process', { visitors: later, ledger, outcome })
    outcome.wrong.push(...otherThan503(later.troubles))
    await portal.kill()
    await examine(url, { ledger, outcome, when: 'in the next process' })
  } finally {
    outcome.acknowledged = ledger.sum()
    await portal.kill()
  }
}

/** Lets visitors in until so many more answers have come. */
async function moreAnswers(
  when: string,
  {
    visitors,
    ledger,
    outcome,
  }: { visitors: ReturnType<typeof createVisitors>; ledger: Ledger; outcome: Outcome },
): Promise<void> {
  const enough = ledger.sum() + ENOUGH
  const came = await visitors.comeUntil(() => ledger.sum() >= enough)
  if (!came) outcome.wrong.push(`too few answers ${when}`)
}
