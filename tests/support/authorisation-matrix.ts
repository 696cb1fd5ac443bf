import type { Permission } from '#app/domain/identity/permission.ts'

/**
 * Who may do what, as it is promised (security.md, threats 1 and 2): written by hand, and apart from the code that keeps
 * the promise. tests/integration/authorisation.test.ts tries every route of the built portal against it.
 */

/** Somebody who tries: who they are logged in as, if anybody. */
export type Actor = { name: string; citizen?: string; level?: 'high'; staff?: string }

/** Those who try. The seven of the staff are the test logins of db/seed/people/test-people.json. */
export const ACTORS: readonly Actor[] = [
  { name: 'nobody' },
  // Booked, while logged in, the appointment at oslo-baerum that the others must not see.
  { name: 'the owner', citizen: 'adult' },
  { name: 'the owner, logged in at the high level', citizen: 'adult', level: 'high' },
  // Booked for a child, at another office.
  { name: 'a guardian', citizen: 'parent' },
  { name: 'another citizen', citizen: 'sixteen' },
  ...[
    'staff-counter-baerum',
    'staff-counter-tromso',
    'staff-manager-baerum',
    'staff-district-oslo',
    'staff-intake-oslo',
    'staff-analyst',
    'staff-administrator',
  ].map((staff) => ({ name: staff, staff })),
]

/** Who of the staff has which permission, somewhere. */
export const STAFF_WITH: Record<Permission, readonly string[]> = {
  'see-appointments': [
    'staff-counter-baerum',
    'staff-counter-tromso',
    'staff-manager-baerum',
    'staff-district-oslo',
  ],
  'cancel-appointment': [
    'staff-counter-baerum',
    'staff-counter-tromso',
    'staff-manager-baerum',
    'staff-district-oslo',
  ],
  'correct-contact': [
    'staff-counter-baerum',
    'staff-counter-tromso',
    'staff-manager-baerum',
    'staff-district-oslo',
  ],
  'serve-queue': [
    'staff-counter-baerum',
    'staff-counter-tromso',
    'staff-manager-baerum',
    'staff-district-oslo',
  ],
  'manage-queue': ['staff-manager-baerum', 'staff-district-oslo'],
  'lift-limit': ['staff-manager-baerum', 'staff-district-oslo'],
  'see-undelivered': ['staff-manager-baerum', 'staff-district-oslo', 'staff-administrator'],
  'resend-message': ['staff-manager-baerum', 'staff-district-oslo', 'staff-administrator'],
  'see-roles': ['staff-manager-baerum', 'staff-district-oslo', 'staff-analyst', 'staff-administrator'],
  'change-roles': ['staff-administrator'],
  'see-content': ['staff-analyst', 'staff-administrator'],
  'see-guide': ['staff-district-oslo', 'staff-analyst', 'staff-administrator'],
}

/** Those at whose office, or in whose district, the owner's appointment is. */
export const STAFF_OF_THE_OFFICE: readonly string[] = [
  'staff-counter-baerum',
  'staff-manager-baerum',
  'staff-district-oslo',
]

/**
 * - `public`: everybody; the page says nothing of anybody else.
 * - `demonstration`: everybody, in the demonstration; in earnest nobody (404).
 * - `secret`: whoever has the secret of the link, logged in or not; with another one nobody (404).
 * - `citizen`, `citizen-high`: who is logged in as a citizen, for `high` at that level.
 * - `staff`: who is logged in as a member of staff.
 * - `staff:…`: of those, who has the permission somewhere; others are told so (403).
 * - `staff-of-office:…`: and has it at the office of the appointment; elsewhere it is as if there were none (404).
 */
export type Access =
  | 'public'
  | 'demonstration'
  | 'secret'
  | 'citizen'
  | 'citizen-high'
  | 'staff'
  | `staff:${Permission}`
  | `staff-of-office:${Permission}`

export type Entry = {
  /** Who may open it. */
  see: Access
  /** What it then answers: a page, something of another kind, or the way on. */
  opens: 200 | 204 | 302 | 404
  /** What it answers to a secret that opens nothing; 404 unless the address only leads on to a page that says so. */
  opensNothing?: 404 | 302
  /** What stands behind the address, for a page that needs it; `{day}`: that of the owner's appointment. */
  query?: string
  /** Who may send its form; left out where there is none (405). */
  change?: Access
  /** A form that would change something for who may send it; an empty one must be refused for what it lacks. */
  form?: Record<string, string>
  /** What an empty form is answered, from who may send it. */
  emptyForm?: 400 | 302
}

/** What those who may not are answered. `.data` of a page answers 202 in place of 302. */
export const REFUSED = {
  /** To the login, and from there back. */
  loggedOut: { see: 302, change: 401 },
  permission: { see: 403, change: 403 },
  /** A secret, a reference or a number that is not theirs: as if it were nobody's. */
  object: { see: 404, change: 404 },
} as const

const ONE_ADULT = 'person=18%2B.passport'

/** Every route by its pattern. */
export const MATRIX: Record<string, Entry> = {
  '/': { see: 'public', opens: 302 },
  '/pass': { see: 'public', opens: 302 },
  '/time': { see: 'public', opens: 302 },
  '/anmeld': { see: 'public', opens: 302 },
  '/ko': { see: 'public', opens: 302 },

  '/login/citizen/callback': { see: 'public', opens: 302 },
  '/login/citizen/logged-out': { see: 'public', opens: 302 },
  '/login/citizen/front-channel-logout': { see: 'public', opens: 204 },
  '/login/staff/callback': { see: 'public', opens: 302 },
  '/login/staff/logged-out': { see: 'public', opens: 302 },
  '/login/staff/front-channel-logout': { see: 'public', opens: 204 },
  '/:language/login': { see: 'public', opens: 302 },
  '/:language/login/failed': { see: 'public', opens: 200 },
  '/:language/logged-out': { see: 'public', opens: 200 },
  '/:language/staff/login': { see: 'public', opens: 302 },
  // Ends only the session of who asks.
  '/:language/logout': { see: 'public', opens: 302, change: 'public', emptyForm: 302 },
  '/:language/staff/logout': { see: 'public', opens: 302, change: 'public', emptyForm: 302 },

  '/:language': { see: 'public', opens: 200 },
  '/:language/accessibility': { see: 'public', opens: 200 },
  '/:language/privacy': { see: 'public', opens: 200 },
  '/:language/about-data': { see: 'public', opens: 200 },
  '/:language/services': { see: 'public', opens: 200 },
  '/:language/services/:service': { see: 'public', opens: 404 },
  '/:language/advice': { see: 'public', opens: 200 },
  '/:language/advice/:advice': { see: 'public', opens: 404 },
  '/:language/guide': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/guide/found': { see: 'public', opens: 200, query: 'need=theft' },
  '/:language/guide/got-there': { see: 'public', opens: 200, change: 'public', emptyForm: 302 },
  // Whatever stands where a need does leads to the beginning of the guide.
  '/:language/guide/:way': { see: 'public', opens: 302, change: 'public', emptyForm: 302 },
  '/:language/guide/:way/outcome': { see: 'public', opens: 302, change: 'public', emptyForm: 302 },
  '/:language/guide/:way/go': { see: 'public', opens: 302 },
  '/:language/passport': { see: 'public', opens: 200 },
  '/:language/passport/places.json': { see: 'public', opens: 200, query: 'typed=osl' },
  '/:language/passport/book/who': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/passport/book/guardians': {
    ...{ see: 'public', opens: 200, query: 'person=5-9.passport', change: 'public', emptyForm: 400 },
  },
  '/:language/passport/book/where': {
    ...{ see: 'public', opens: 200, query: ONE_ADULT, change: 'public', emptyForm: 400 },
  },
  '/:language/passport/book/office': { see: 'public', opens: 200, query: `${ONE_ADULT}&at=country` },
  '/:language/passport/book/time': {
    ...{ see: 'public', opens: 200, query: `${ONE_ADULT}&office=oslo-baerum` },
    ...{ change: 'public', emptyForm: 400 },
  },

  '/:language/offices': { see: 'public', opens: 200, change: 'public', emptyForm: 302 },
  '/:language/offices/:office': { see: 'public', opens: 200 },
  '/:language/contact': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/contact/:municipality': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/contact/:municipality/sent': { see: 'public', opens: 404 },
  '/:language/open-data': { see: 'public', opens: 200 },

  // The appointment is confirmed: the pages of the booking lead on from it.
  '/:language/passport/book/:secret/contact': {
    ...{ see: 'secret', opens: 302, change: 'secret' },
    form: { 'name-1': 'Tyv Tyvsen', email: 'thief@example.org', mobile: '', messageLanguage: 'nb' },
  },
  '/:language/passport/book/:secret/review': { see: 'secret', opens: 302, change: 'secret' },
  '/:language/passport/book/:secret/more-time': {
    ...{ see: 'secret', opens: 302, opensNothing: 302, change: 'secret' },
  },
  '/:language/passport/book/:secret/drop': {
    ...{ see: 'secret', opens: 302, opensNothing: 302, change: 'secret' },
  },
  '/:language/passport/book/:secret/receipt': { see: 'secret', opens: 200 },
  '/:language/appointments': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/appointments/:secret': { see: 'secret', opens: 200, change: 'secret' },
  '/:language/appointments/:secret/cancel': { see: 'secret', opens: 200, change: 'secret' },
  '/:language/appointments/:secret/reminders': {
    ...{ see: 'secret', opens: 302, opensNothing: 302, change: 'secret' },
  },
  '/:language/appointments/:secret/calendar.ics': { see: 'secret', opens: 200 },

  '/:language/queue': { see: 'public', opens: 200 },
  '/:language/queue/:office': { see: 'public', opens: 200 },
  '/:language/queue/:office/check-in': { see: 'public', opens: 200, change: 'public', emptyForm: 400 },
  '/:language/queue/:office/ticket': {
    ...{ see: 'public', opens: 200, query: 'service=passport', change: 'public', emptyForm: 400 },
  },
  // What was answered is in a cookie that only who was answered has.
  '/:language/queue/:office/answer': { see: 'public', opens: 302 },
  // Its holder is no citizen that the portal knows; what it opens is tried in tests/integration/tickets.test.ts.
  '/:language/tickets/:secret': { see: 'secret', opens: 404, change: 'secret', form: { then: 'leave' } },
  '/:language/display/:office': { see: 'public', opens: 200 },

  '/:language/me': { see: 'citizen', opens: 200 },
  '/:language/me/contact': {
    ...{ see: 'citizen', opens: 200, change: 'citizen', emptyForm: 400 },
    form: { email: 'thief@example.org', mobile: '', messageLanguage: 'nb' },
  },
  '/:language/me/data.json': { see: 'citizen-high', opens: 200 },
  '/:language/me/erase': { see: 'citizen-high', opens: 200, change: 'citizen-high', emptyForm: 302 },

  '/:language/staff': { see: 'staff', opens: 200 },
  // Who serves is at no counter yet: the page lets them choose one.
  '/:language/staff/queue': {
    ...{ see: 'staff:serve-queue', opens: 200, change: 'staff:serve-queue', emptyForm: 400 },
    form: { do: 'open', office: 'oslo-baerum', counter: '1', services: 'passport' },
  },
  '/:language/staff/appointments': {
    ...{ see: 'staff:see-appointments', opens: 200, query: 'office=oslo-baerum&day={day}' },
    ...{ change: 'staff:see-appointments', emptyForm: 400 },
  },
  // Its page asks for a reason before it says what is there.
  '/:language/staff/appointments/:reference': {
    ...{ see: 'staff-of-office:see-appointments', opens: 200 },
    ...{ change: 'staff-of-office:cancel-appointment', emptyForm: 400 },
    form: { reason: 'asked-by-the-person', then: 'cancel' },
  },
  '/:language/staff/queue/arrive': {
    ...{ see: 'staff:serve-queue', opens: 200, change: 'staff:serve-queue', emptyForm: 400 },
    form: { office: 'oslo-baerum', code: 'K7M4PX9T', then: 'check-in' },
  },
  '/:language/staff/queue/overview': {
    ...{ see: 'staff:manage-queue', opens: 200, change: 'staff:manage-queue', emptyForm: 400 },
    form: { office: 'oslo-baerum', minutes: '20', then: 'announce' },
  },
  '/:language/staff/queue/order': {
    ...{ see: 'staff:manage-queue', opens: 200, change: 'staff:manage-queue', emptyForm: 400 },
    form: {
      ...{ office: 'oslo-baerum', lead: '5', grace: '10', overtaken: '4', longest: '45', help: 'yes' },
      then: 'save',
    },
  },
  '/:language/staff/undelivered': {
    ...{ see: 'staff:see-undelivered', opens: 200, change: 'staff:resend-message', emptyForm: 302 },
    form: { message: '1' },
  },
  '/:language/staff/limits': {
    ...{ see: 'staff:lift-limit', opens: 200, change: 'staff:lift-limit', emptyForm: 400 },
    form: { email: 'thief@example.org', mobile: '', reason: 'other' },
  },
  '/:language/staff/content': { see: 'staff:see-content', opens: 200 },
  '/:language/staff/guide': { see: 'staff:see-guide', opens: 200, query: 'table=theft' },
  '/:language/staff/roles': {
    ...{ see: 'staff:see-roles', opens: 200, change: 'staff:change-roles', emptyForm: 400 },
    form: { staff: '2', role: 'counter', unit: 'oslo-baerum', then: 'give' },
  },

  '/:language/demo/messages': { see: 'demonstration', opens: 200 },
  '/:language/demo/messages/:number': { see: 'demonstration', opens: 404 },
  '/:language/demo/messages/:number/calendar.ics': { see: 'demonstration', opens: 404 },
  '/:language/demo/messages/:number/letter.pdf': { see: 'demonstration', opens: 404 },

  '/:language/*': { see: 'public', opens: 404 },
  '/*': { see: 'public', opens: 404 },
}
