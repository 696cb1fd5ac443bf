import { examine } from './examine.ts'
import { links, openGround, startOn, type Ground } from './ground.ts'
import { createLedger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { deadPages, otherThan503 } from './pages.ts'
import { attachStrace } from './strace.ts'
import { createVisitors } from './visitors.ts'

/** So many answers, or refusals, of each part of the story. */
const ENOUGH = 60

const FAILING = 'inject=fsync,fdatasync:error=EIO'

/**
 * A disk that says at fsync that it could not write. What was to be made durable is then not known to be, and a second
 * try may say yes to what is gone: so nothing of it is acknowledged, and the next write writes its part of the log anew.
 */
export async function failFsync(): Promise<Outcome> {
  const outcome = anOutcome('fsync fails (sqlite)')
  const ground = await openGround('sqlite')
  try {
    await tellTheStory(ground, outcome)
    return outcome
  } finally {
    await ground.end()
  }
}

async function tellTheStory(ground: Ground, outcome: Outcome): Promise<void> {
  const url = await ground.freshDatabase()
  const ledger = createLedger(links.hashOf)
  let portal = await startOn(url)
  try {
    const visitors = createVisitors({ url: portal.url, ledger, links, random: Math.random })
    const refusals = () => visitors.troubles.get(503) ?? 0
    /** Lets visitors in until so many more answers have come. */
    const moreAnswers = async (when: string) => {
      const enough = ledger.sum() + ENOUGH
      if (!(await visitors.comeUntil(() => ledger.sum() >= enough)))
        outcome.wrong.push(`too few answers ${when}`)
    }
    await moreAnswers('before the fault')

    const always = await attachStrace(portal.pid, ['-e', 'trace=fsync,fdatasync', '-e', FAILING])
    if (typeof always === 'string') return void outcome.notes.push(always)
    const before = ledger.sum()
    const wereRefused = await visitors.comeUntil(() => refusals() >= ENOUGH)
    if (!wereRefused) outcome.wrong.push(`only ${refusals()} answers 503 while every fsync failed`)
    const unfounded = ledger.sum() - before
    if (unfounded > 0) outcome.wrong.push(`${unfounded} acknowledged while every fsync failed`)
    const dead = await deadPages(portal.url, ledger)
    outcome.wrong.push(...dead)
    outcome.notes.push(
      `every fsync failed: ${refusals()} × 503, ${unfounded} acknowledged, ${dead.length} pages not shown`,
    )
    await always.detach()
    await moreAnswers('when the disk was well again, in the same process')

    const [known, refused] = [ledger.sum(), refusals()]
    const some = await attachStrace(portal.pid, ['-e', 'trace=fsync,fdatasync', '-e', `${FAILING}:when=3+3`])
    if (typeof some === 'string') return void outcome.notes.push(some)
    await moreAnswers('while every third fsync failed')
    outcome.notes.push(
      `every third fsync failed, then kill -9: ${refusals() - refused} × 503, ${ledger.sum() - known} acknowledged`,
    )
    outcome.wrong.push(...otherThan503(visitors.troubles))
    await portal.kill()
    await some.detach()
    await examine(url, { ledger, outcome, when: 'after the fault' })

    portal = await startOn(url)
    const later = createVisitors({ url: portal.url, ledger, links, random: Math.random })
    const enough = ledger.sum() + ENOUGH
    if (!(await later.comeUntil(() => ledger.sum() >= enough)))
      outcome.wrong.push('the next process does not book')
    outcome.wrong.push(...otherThan503(later.troubles))
    await portal.kill()
    await examine(url, { ledger, outcome, when: 'in the next process' })
  } finally {
    outcome.acknowledged = ledger.sum()
    await portal.kill()
  }
}
