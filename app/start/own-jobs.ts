import type { Job } from '#app/server/jobs.ts'
import { auditWitness } from '#app/server/audit-witness.ts'
import { systemClock } from '#app/server/clock.ts'
import type { Log } from '#app/server/log.ts'
import { openPost } from '#app/server/messages/open-post.ts'
import type { Settings } from '#app/server/settings.ts'
import { answerLinkRequests } from '#app/use-cases/answer-link-requests.server.ts'
import { deliverContactMessages } from '#app/use-cases/deliver-contact-messages.server.ts'
import { deliverMessages, type Mailroom } from '#app/use-cases/deliver-messages.server.ts'
import { endQueueDays } from '#app/use-cases/end-queue-days.server.ts'
import { eraseContactMessages } from '#app/use-cases/erase-contact-messages.server.ts'
import { eraseOld } from '#app/use-cases/erase-old.server.ts'
import { forgetEndedSessions } from '#app/use-cases/forget-ended-sessions.server.ts'
import { forgetExpiredHolds } from '#app/use-cases/forget-expired-holds.server.ts'
import { forgetRateCounters } from '#app/use-cases/forget-rate-counters.server.ts'
import { learnQueueDays } from '#app/use-cases/learn-queue-days.server.ts'
import { noteAuditHead } from '#app/use-cases/note-audit-head.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { sealAudit } from '#app/use-cases/seal-audit.server.ts'
import { scheduledBackup } from './scheduled-backup.ts'

const CLEAN_UP_SECONDS = 10 * 60
const RETENTION_SECONDS = 60 * 60
/** Between these a chain of audit entries may be rewritten unnoticed (docs/decisions/013). */
const SEAL_SECONDS = 1
const NOTE_HEAD_SECONDS = 60

/** Beside visitors no more than this a second: each takes two to three milliseconds of the core that serves them (measured). */
const MOST_MESSAGES_BESIDE_VISITORS = 10

/** What it takes to do this work: a worker of its own needs no times in memory. */
export type OwnWork = Mailroom & Pick<Portal, 'auditIds' | 'randomBytes'>

/**
 * What the portal does by itself, in the server or in a worker of its own. `stop`: end soon; what is under way is
 * finished.
 */
export async function ownJobs(
  mailroom: OwnWork,
  settings: Settings,
  { stop, isBesideVisitors, log }: { stop: AbortSignal; isBesideVisitors: boolean; log: Log },
): Promise<{ jobs: Job[]; close(): Promise<void> }> {
  const { engine, clock, catalogue } = mailroom
  const post = await openPost(settings, clock)
  const most = isBesideVisitors ? MOST_MESSAGES_BESIDE_VISITORS : Infinity
  const witness = auditWitness(settings.auditHeadFile)
  let notedPosition = 0

  async function deliver(): Promise<void> {
    await answerLinkRequests(mailroom)
    const { dead } = await deliverMessages(mailroom, { post, sender: settings, most, stop })
    for (const { id, failure } of dead) log.error(`Message ${id} was given up: ${failure}`, null)
    const { stuck } = await deliverContactMessages(mailroom, {
      ...{ post, sender: settings, isDemo: settings.mode === 'demo' },
    })
    for (const { id, failure } of stuck) {
      log.error(`Message ${id} to a politikontakt cannot be handed over: ${failure}`, null)
    }
  }

  /** To a file and to the log, which are both kept where a thief of the database has no hand in. */
  async function noteHead(): Promise<void> {
    const line = await noteAuditHead(mailroom, witness, { unless: notedPosition })
    if (!line) return
    notedPosition = line.position
    console.log(JSON.stringify({ event: 'audit-head', ...line }))
  }

  /** First ends what is over: only then it is complete. */
  async function endAndLearn(): Promise<void> {
    await endQueueDays(mailroom)
    await learnQueueDays(mailroom)
  }

  const every = (everySeconds: number, name: string, run: () => Promise<unknown>): Job => {
    return { name, everySeconds, run }
  }
  const jobs = [
    every(1, 'deliver messages', deliver),
    every(CLEAN_UP_SECONDS, 'forget expired holds', () => forgetExpiredHolds(mailroom)),
    every(CLEAN_UP_SECONDS, 'forget ended sessions', () =>
      forgetEndedSessions({ engine, clock, rules: catalogue.rules }),
    ),
    every(CLEAN_UP_SECONDS, 'forget rate counters', () => forgetRateCounters(mailroom)),
    every(CLEAN_UP_SECONDS, 'end the days of queues and learn from them', endAndLearn),
    every(RETENTION_SECONDS, 'erase what is past its time', () => eraseOld(mailroom)),
    every(RETENTION_SECONDS, 'erase messages to politikontakter', () => eraseContactMessages(mailroom)),
    every(SEAL_SECONDS, 'seal the audit', () => sealAudit(mailroom)),
    every(NOTE_HEAD_SECONDS, 'note the head of the audit', noteHead),
  ]
  if (settings.scheduledBackup) {
    const say = (line: string) => console.log(line)
    jobs.push(scheduledBackup(settings.scheduledBackup, { clock: systemClock(), stop, say }))
  }
  return {
    jobs,
    async close() {
      await post.close()
      // What was done in the last second has its place before the process ends.
      try {
        await sealAudit(mailroom)
        await noteHead()
      } catch (error) {
        log.error('The audit was not sealed at the end', error)
      }
    },
  }
}
