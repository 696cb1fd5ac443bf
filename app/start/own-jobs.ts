import type { Job } from '#app/server/jobs.ts'
import { openPost } from '#app/server/messages/open-post.ts'
import type { Settings } from '#app/server/settings.ts'
import { answerLinkRequests } from '#app/use-cases/answer-link-requests.server.ts'
import { deliverMessages, type Mailroom } from '#app/use-cases/deliver-messages.server.ts'
import { forgetExpiredHolds } from '#app/use-cases/forget-expired-holds.server.ts'

const CLEAN_UP_SECONDS = 10 * 60

/** Beside visitors no more than this a second: each takes two to three milliseconds of the core that serves them (measured). */
const MOST_MESSAGES_BESIDE_VISITORS = 20

/**
 * What the portal does by itself, in the server or in a worker of its own. `stop`: end soon; what is under way is
 * finished.
 */
export async function ownJobs(
  mailroom: Mailroom,
  settings: Settings,
  { stop, isBesideVisitors }: { stop: AbortSignal; isBesideVisitors: boolean },
): Promise<{ jobs: Job[]; close(): Promise<void> }> {
  const post = await openPost(settings, mailroom.clock)
  const most = isBesideVisitors ? MOST_MESSAGES_BESIDE_VISITORS : Infinity

  async function deliver(): Promise<void> {
    await answerLinkRequests(mailroom)
    const { dead } = await deliverMessages(mailroom, { post, sender: settings, most, stop })
    for (const { id, failure } of dead) console.error(`Message ${id} was given up: ${failure}`)
  }
  return {
    jobs: [
      { name: 'deliver messages', everySeconds: 1, run: deliver },
      {
        name: 'forget expired holds',
        everySeconds: CLEAN_UP_SECONDS,
        run: () => forgetExpiredHolds(mailroom),
      },
    ],
    close: () => post.close(),
  }
}
