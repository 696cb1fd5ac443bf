import type { StoredAppointment } from './stored.ts'

/** What an appointment is to the person who has it. */
export type Fact = {
  status: 'held' | 'confirmed' | 'cancelled'
  officeId: string
  startTick: number
  people: number
  /** True once the contact page was saved. */
  hasContact: boolean
}

/** What may stand in the database. */
type Told = Omit<Fact, 'status'> & Pick<StoredAppointment, 'status'>

/** What a person was told. */
export const KINDS = ['held', 'contact saved', 'confirmed', 'changed', 'cancelled'] as const
export type Kind = (typeof KINDS)[number]

/** What a request makes of an appointment; null: there is none, or its hold is given up. */
export type Change = { secret: string; becomes: Fact | null }

/** A request that is on its way. Neither is called when no answer comes: then both outcomes are right. */
export type Ask = { acknowledged(): void; refused(): void }

/** Sentences, one for each appointment that is not as somebody was told. */
export type Discrepancies = { lost: string[]; orphaned: string[] }

type OpenAsk = { kind: Kind; before: Change[]; after: Change[] }

export type Ledger = ReturnType<typeof createLedger>

/**
 * Keeps what every visitor was told and what they asked without being answered, to be compared with the database
 * after a fault. `hashOf` gives what the database stores of a secret.
 */
export function createLedger(hashOf: (secret: string) => string) {
  const known = new Map<string, Fact>()
  const open = new Set<OpenAsk>()
  const acknowledged = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]))
  const seenOrphans = new Set<string>()
  let unanswered = 0

  function apply(changes: readonly Change[]): void {
    for (const { secret, becomes } of changes) {
      if (becomes) known.set(secret, becomes)
      else known.delete(secret)
    }
  }

  /** Compares the open requests with the database: all of each is there or nothing of it. */
  function settleOpen(stored: ReadonlyMap<string, StoredAppointment>): string[] {
    const halfDone: string[] = []
    const isThere = ({ secret, becomes }: Change) => isAs(becomes, stored.get(hashOf(secret)))
    for (const { kind, before, after } of open) {
      if (after.every(isThere)) apply(after)
      else if (!before.every(isThere)) {
        const found = after.map(({ secret }) => inWords(stored.get(hashOf(secret)))).join(' and ')
        halfDone.push(`asked to be ${kind} without an answer, and now half done: ${found}`)
      }
    }
    unanswered += open.size
    open.clear()
    return halfDone
  }

  return {
    /** Writes down what is asked, before it is sent. */
    ask(kind: Kind, changes: Change[]): Ask {
      const before = changes.map(({ secret }) => ({ secret, becomes: known.get(secret) ?? null }))
      const asked: OpenAsk = { kind, before, after: changes }
      open.add(asked)
      return {
        acknowledged() {
          open.delete(asked)
          apply(changes)
          acknowledged.set(kind, (acknowledged.get(kind) ?? 0) + 1)
        },
        refused() {
          open.delete(asked)
        },
      }
    },
    /** Everybody who has a confirmed appointment, as far as they know. */
    confirmed(): { secret: string; fact: Fact }[] {
      return this.standing().filter(({ fact }) => fact.status === 'confirmed')
    },
    /** Every appointment that somebody knows of. */
    standing(): { secret: string; fact: Fact }[] {
      return [...known].map(([secret, fact]) => ({ secret, fact }))
    },
    /**
     * Compares everything with the database, and goes on from what is there. To be called when no request is under
     * way any more.
     */
    settle(appointments: readonly StoredAppointment[]): Discrepancies {
      const stored = new Map(appointments.map((appointment) => [appointment.secretHash, appointment]))
      const orphaned = settleOpen(stored)
      const lost: string[] = []
      const expected = new Set<string>()
      for (const [secret, fact] of known) {
        const hash = hashOf(secret)
        const found = stored.get(hash)
        expected.add(hash)
        if (isAs(fact, found)) continue
        lost.push(`told ${factInWords(fact)}, but the database has ${inWords(found)}`)
        // Counted once: from now on it must stay as it is.
        const now = factOf(found)
        if (now) known.set(secret, now)
        else known.delete(secret)
      }
      for (const found of appointments) {
        const isKnown = expected.has(found.secretHash) || seenOrphans.has(found.secretHash)
        if (isKnown || isAs(null, found)) continue
        seenOrphans.add(found.secretHash)
        orphaned.push(`nobody was told of, or asked for, ${inWords(found)}`)
      }
      return { lost, orphaned }
    },
    /** How many answers people were given, by kind. */
    acknowledged: (): ReadonlyMap<Kind, number> => acknowledged,
    /** How many answers in all. */
    sum: () => [...acknowledged.values()].reduce((sum, number) => sum + number, 0),
    /** How many requests were not answered before a fault. */
    unanswered: () => unanswered,
  }
}

function isAs(fact: Fact | null, found: StoredAppointment | undefined): boolean {
  // Who gives a hold up keeps nothing of it; that the row stays is no harm.
  if (!fact)
    return !found || found.status === 'merged' || (found.status === 'cancelled' && !found.wasConfirmed)
  return (
    found !== undefined &&
    found.status === fact.status &&
    found.officeId === fact.officeId &&
    found.startTick === fact.startTick &&
    found.hasContact === fact.hasContact &&
    found.seats.length === fact.people
  )
}

function factOf(found: StoredAppointment | undefined): Fact | null {
  if (!found || found.status === 'merged') return null
  const { status, officeId, startTick, hasContact, seats } = found
  return { status, officeId, startTick, hasContact, people: seats.length }
}

function factInWords({ status, officeId, startTick, people, hasContact }: Told): string {
  return `${status} at ${officeId}, tick ${startTick}, for ${people}${hasContact ? '' : ', without contact'}`
}

function inWords(found: StoredAppointment | undefined): string {
  return found ? factInWords({ ...found, people: found.seats.length }) : 'nothing'
}
