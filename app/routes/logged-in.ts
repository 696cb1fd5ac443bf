import { data, redirect } from '@remix-run/node'
import type { AppLoadContext } from '@remix-run/node'
import type { Level } from '#app/domain/identity/assurance.ts'
import type { Permission, Scope } from '#app/domain/identity/permission.ts'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import type { Cookies } from '#app/server/session-cookie.ts'
import { findStaffMember, scopeOfStaff, type StaffMember } from '#app/use-cases/find-staff-member.server.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import { findSession, isAtLevel, type Session } from '#app/use-cases/session.server.ts'
import type { LoggedOutFormData } from './login/logged-out-form-data.ts'
import { languageOf } from './request-language.ts'

/** Somebody who is logged in. `keys`: all that may stand for them in the database. */
export type Citizen = { session: Session; person: RegisterPerson | null; keys: readonly string[] }

/** A member of staff as they are now: roles are read anew for each request. */
export type Staff = { session: Session; member: StaffMember }

/** Who a request comes from, as far as its cookies say. `hasEnded`: they were logged in until their time was over. */
export type LoggedIn = { citizen: Citizen | null; staff: Staff | null; hasEnded: boolean; clear: string[] }

/** Somebody without a login. */
export const NOBODY: LoggedIn = { citizen: null, staff: null, hasEnded: false, clear: [] }

/** Reads who a request comes from; most bring no cookie of a login and cost nothing here. */
export async function readLoggedIn(
  identity: Identity,
  cookies: Cookies,
  header: string | null,
): Promise<LoggedIn> {
  const secrets = { citizen: cookies.read(header, 'citizen'), staff: cookies.read(header, 'staff') }
  if (!secrets.citizen && !secrets.staff) return NOBODY
  const citizen = secrets.citizen ? await readCitizen(identity, secrets.citizen) : null
  const staff = secrets.staff ? await readStaff(identity, secrets.staff) : null
  const clear = [
    ...(secrets.citizen && !citizen ? [cookies.clear('citizen')] : []),
    ...(secrets.staff && !staff ? [cookies.clear('staff')] : []),
  ]
  return { citizen, staff, clear, hasEnded: clear.length > 0 }
}

async function readCitizen(identity: Identity, secret: string): Promise<Citizen | null> {
  const session = await findSession(identity, 'citizen', secret)
  if (!session) return null
  const person = await identity.register.personOf(session.subject)
  return { session, person, keys: identity.personKeys.keysOf(session.subject) }
}

async function readStaff(identity: Identity, secret: string): Promise<Staff | null> {
  const session = await findSession(identity, 'staff', secret)
  const member = session && (await findStaffMember(identity, session.owner))
  return session && member ? { session, member } : null
}

type Arguments = { request: Request; params: { language?: string }; context: AppLoadContext }

/**
 * The citizen that a page is for. Every loader and action asks itself: a request may skip the loader of its parent
 * (security.md, threat 1).
 * @throws {Response} to the login, or – for a form – a page that keeps what was typed until they have logged in again
 */
export async function citizenOf({ request, params, context }: Arguments, level: Level = 'substantial') {
  const { citizen } = context.loggedIn
  if (citizen && isAtLevel(citizen.session, level)) return citizen
  throw await askToLogIn(request, loginPath(params, request, { level }))
}

/**
 * The member of staff that a page is for, and where they may do this.
 * @throws {Response} to the login; 403 for who may not do this anywhere
 */
export async function staffOf({ request, params, context }: Arguments, permission: Permission) {
  const member = await memberOf({ request, params, context })
  const scope: Scope | null = scopeOfStaff(member, permission)
  if (!scope) throw new Response('no-access', { status: 403 })
  return { ...member, scope }
}

/**
 * The member of staff who uses a page of citizens for somebody; null for everybody else, who is asked nothing. It gives
 * them no right: what they do there is written down (docs/decisions/015).
 */
export function staffHelping(
  { loggedIn: { staff } }: Pick<AppLoadContext, 'loggedIn'>,
  permission: Permission,
): StaffMember | null {
  return staff && scopeOfStaff(staff, permission) ? staff.member : null
}

/** The citizen who books: nobody where a member of staff does it for somebody, whoever else is logged in beside them. */
export function bookerIn({ loggedIn }: Pick<AppLoadContext, 'loggedIn'>): Citizen | null {
  return staffHelping({ loggedIn }, 'serve-queue') ? null : loggedIn.citizen
}

/**
 * The member of staff that a page is for, whatever they may do.
 * @throws {Response} to the login
 */
export async function memberOf({ request, params, context }: Arguments): Promise<Staff> {
  if (context.loggedIn.staff) return context.loggedIn.staff
  throw await askToLogIn(request, loginPath(params, request, { isStaff: true }))
}

/** Where one logs in so as to come back to this page. */
function loginPath(
  params: { language?: string },
  request: Request,
  { level = 'substantial', isStaff = false }: { level?: Level; isStaff?: boolean },
): string {
  const { pathname, search } = new URL(request.url)
  const to = new URLSearchParams({
    ...(level === 'substantial' ? {} : { level }),
    to: pathname.replace(/\.data$/, '') + search,
  })
  return `/${languageOf(params)}/${isStaff ? 'staff/' : ''}login?${to}`
}

async function askToLogIn(request: Request, path: string): Promise<unknown> {
  if (request.method !== 'POST') return redirect(path)
  const posted = [...(await request.formData())]
  const fields = posted.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  return data({ kind: 'logged-out', path, fields } satisfies LoggedOutFormData, { status: 401 })
}
