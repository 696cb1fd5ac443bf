import { queueVersion, readQueuePicture, ticketIn, type QueuePicture } from './queue-picture.server.ts'
import type { Portal } from './portal.server.ts'

/** Changes that come faster than this are shown together. */
const GATHER_MILLISECONDS = 100

/** Waits grow shorter and appointments come nearer also while nobody does anything. */
const RENEW_MILLISECONDS = 15_000

/** Until waits that were kept from before a change are worked out anew. */
const SETTLE_MILLISECONDS = 2_500

const RETRY_MILLISECONDS = 1_000

/** Somebody who looks at a queue. */
export type QueueFollower = {
  /** Whose visit is followed, also when it is over; null for who looks at the whole. */
  ticketId: number | null
  show(picture: QueuePicture): void
}

export type FollowedQueues = {
  /** Shows the queue of an office as it is, and again after each change; answers how to stop. */
  follow(officeId: string, follower: QueueFollower): () => void
  /** True when what followers were shown last is how it is. */
  isSure(officeId: string): boolean
}

type Followed = {
  picture: QueuePicture | null
  followers: Set<QueueFollower>
  stopWatching: () => void
  renewing: NodeJS.Timeout
  /** Waits to read; null when it does not. */
  waiting: NodeJS.Timeout | null
  settling: NodeJS.Timeout | null
  isReading: boolean
  /** Something has changed since the reading began. */
  isOld: boolean
  /** Read also when the version is the same: time has passed, or somebody new is followed. */
  mustRead: boolean
  hasFailed: boolean
  readAt: number
}

/** One picture for each office and change, shared by all who look at it, for as long as somebody does. */
export function followQueues(portal: Portal, onFailure: (error: unknown) => void): FollowedQueues {
  const offices = new Map<string, Followed>()

  function changed(officeId: string, { mustRead = false } = {}): void {
    const office = offices.get(officeId)
    if (!office) return
    office.mustRead ||= mustRead
    office.isOld = true
    if (office.isReading || office.waiting) return
    const wait = office.readAt + GATHER_MILLISECONDS - performance.now()
    if (wait <= 0) void read(officeId, office)
    else readIn(officeId, office, wait)
  }

  function readIn(officeId: string, office: Followed, milliseconds: number): void {
    office.waiting = setTimeout(() => void read(officeId, office), milliseconds).unref()
  }

  async function read(officeId: string, office: Followed): Promise<void> {
    office.waiting = null
    office.isReading = true
    office.isOld = false
    const { mustRead } = office
    office.mustRead = false
    try {
      const isNew =
        mustRead || !office.picture || (await queueVersion(portal, officeId)) !== office.picture.version
      if (isNew) {
        const asked = [...office.followers].flatMap(({ ticketId }) => ticketId ?? [])
        office.picture = await readQueuePicture(portal, officeId, asked)
        office.readAt = performance.now()
        for (const follower of [...office.followers]) follower.show(office.picture)
        settle(officeId, office)
      }
      office.hasFailed = false
    } catch (error) {
      if (!office.hasFailed) onFailure(error)
      office.hasFailed = true
      office.mustRead = true
    }
    office.isReading = false
    if (offices.get(officeId) !== office) return
    if (office.hasFailed) readIn(officeId, office, RETRY_MILLISECONDS)
    else if (office.isOld) changed(officeId)
  }

  /** Places are shown at once; the waits that belong to them a little later. */
  function settle(officeId: string, office: Followed): void {
    const { picture } = office
    if (office.settling || !picture || picture.waits.at >= picture.state.now) return
    office.settling = setTimeout(() => {
      office.settling = null
      changed(officeId, { mustRead: true })
    }, SETTLE_MILLISECONDS).unref()
  }

  function begin(officeId: string): Followed {
    const office: Followed = {
      ...{ picture: null, followers: new Set(), waiting: null, settling: null, isReading: false },
      isOld: false,
      ...{ mustRead: false, hasFailed: false, readAt: -Infinity },
      stopWatching: portal.queues.watch(officeId, () => changed(officeId)),
      renewing: setInterval(() => changed(officeId, { mustRead: true }), RENEW_MILLISECONDS).unref(),
    }
    offices.set(officeId, office)
    return office
  }

  function end(officeId: string, office: Followed): void {
    office.stopWatching()
    clearInterval(office.renewing)
    for (const timer of [office.waiting, office.settling]) if (timer) clearTimeout(timer)
    if (offices.get(officeId) === office) offices.delete(officeId)
  }

  return {
    isSure: (officeId) => portal.queues.isSure() && offices.get(officeId)?.hasFailed === false,
    follow(officeId, follower) {
      const office = offices.get(officeId) ?? begin(officeId)
      office.followers.add(follower)
      const { picture } = office
      const isIn = picture && (follower.ticketId === null || ticketIn(picture, follower.ticketId))
      if (isIn) follower.show(picture)
      else changed(officeId, { mustRead: true })
      return () => {
        office.followers.delete(follower)
        if (office.followers.size === 0) end(officeId, office)
      }
    },
  }
}
