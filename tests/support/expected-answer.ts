import {
  REFUSED,
  STAFF_OF_THE_OFFICE,
  STAFF_WITH,
  type Access,
  type Actor,
  type Entry,
} from './authorisation-matrix.ts'

/** Why somebody may not; null for who may. `where`: the login that they are led to. */
type Refusal = { why: keyof typeof REFUSED; where?: RegExp } | null

const LOGIN = /^\/nb\/login\?to=/
const LOGIN_HIGH = /^\/nb\/login\?level=high&to=/
const LOGIN_STAFF = /^\/nb\/staff\/login\?to=/

/** What the table promises to somebody who asks for the owner's object. */
export function refusalOf(access: Access, actor: Actor): Refusal {
  if (access === 'public' || access === 'demonstration' || access === 'secret') return null
  if (access === 'citizen') return actor.citizen ? null : { why: 'loggedOut', where: LOGIN }
  if (access === 'citizen-high') {
    return actor.level === 'high' ? null : { why: 'loggedOut', where: LOGIN_HIGH }
  }
  if (!actor.staff) return { why: 'loggedOut', where: LOGIN_STAFF }
  if (access === 'staff') return null
  const allowed = Object.entries(STAFF_WITH).find(([permission]) => access.endsWith(`:${permission}`))?.[1]
  if (!allowed) throw new Error(`The table does not say who has what ${access} asks for`)
  if (!allowed.includes(actor.staff)) return { why: 'permission' }
  const isElsewhere = access.startsWith('staff-of-office:') && !STAFF_OF_THE_OFFICE.includes(actor.staff)
  return isElsewhere ? { why: 'object' } : null
}

/** Whether the owner's data may stand in what a route answers to somebody who asked for it. */
export function mayShowOwner({ see }: Entry, actor: Actor): boolean {
  if (see === 'secret' || see === 'demonstration') return true
  if (actor.citizen === 'adult') return see === 'public' || see.startsWith('citizen')
  return see.startsWith('staff') && STAFF_OF_THE_OFFICE.includes(actor.staff ?? '')
}

export type Expected = { status: number; where?: RegExp | undefined }

/** @param isTheirs asked for what is there, and not for a secret or a reference that nobody has */
export function expectedPage(entry: Entry, actor: Actor, { isTheirs }: { isTheirs: boolean }): Expected {
  const refusal = refusalOf(entry.see, actor)
  if (refusal) return { status: REFUSED[refusal.why].see, where: refusal.where }
  if (!isTheirs && isOfObject(entry.see)) return { status: entry.opensNothing ?? REFUSED.object.see }
  return { status: entry.opens }
}

/** What a form that lacks nothing is answered from somebody who may not send it; null for who may. */
export function expectedRefusal(
  change: Access,
  actor: Actor,
  { isTheirs }: { isTheirs: boolean },
): Expected | null {
  const refusal = refusalOf(change, actor)
  if (refusal) return { status: REFUSED[refusal.why].change }
  return !isTheirs && isOfObject(change) ? { status: REFUSED.object.change } : null
}

/** Whether it depends on which object is asked for. */
function isOfObject(access: Access): boolean {
  return access === 'secret' || access.startsWith('staff-of-office:')
}
