import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

// The table of contents: every address of the portal (the list that stays stable is in the README).
export default [
  index('routes/choose-language.ts'),
  route('pass', 'routes/short-cut.ts', { id: 'short-cut-pass' }),
  route('time', 'routes/short-cut.ts', { id: 'short-cut-time' }),
  route('anmeld', 'routes/short-cut.ts', { id: 'short-cut-anmeld' }),
  route('ko', 'routes/short-cut.ts', { id: 'short-cut-ko' }),
  ...(['citizen', 'staff'] as const).flatMap((who) =>
    prefix(`login/${who}`, [
      route('callback', 'routes/login/callback.ts', { id: `${who}-login-callback` }),
      route('logged-out', 'routes/login/back-from-logout.ts', { id: `${who}-back-from-logout` }),
      route('front-channel-logout', 'routes/login/front-channel-logout.ts', { id: `${who}-front-channel` }),
    ]),
  ),
  route(':language', 'routes/language.tsx', [
    index('routes/front.tsx'),
    ...prefix('passport', [
      index('routes/passport/about.tsx'),
      route('places.json', 'routes/passport/places.ts'),
      ...prefix('book', [
        route('who', 'routes/passport/who.tsx'),
        route('guardians', 'routes/passport/guardians.tsx'),
        route('where', 'routes/passport/where.tsx'),
        route('office', 'routes/passport/office.tsx'),
        route('time', 'routes/passport/time.tsx'),
        route(':secret/contact', 'routes/passport/contact.tsx'),
        route(':secret/review', 'routes/passport/review.tsx'),
        route(':secret/more-time', 'routes/passport/more-time.ts'),
        route(':secret/drop', 'routes/passport/drop.ts'),
        route(':secret/receipt', 'routes/passport/receipt.tsx'),
      ]),
    ]),
    route('appointments', 'routes/appointments/lost-link.tsx'),
    route('appointments/:secret', 'routes/appointments/appointment.tsx'),
    route('appointments/:secret/cancel', 'routes/appointments/cancel.tsx'),
    route('appointments/:secret/calendar.ics', 'routes/appointments/calendar.ts'),
    route('login', 'routes/login/start.ts', { id: 'citizen-login' }),
    route('login/failed', 'routes/login/failed.tsx'),
    route('logout', 'routes/login/logout.ts', { id: 'citizen-logout' }),
    route('logged-out', 'routes/login/logged-out.tsx'),
    ...prefix('me', [
      index('routes/me/me.tsx'),
      route('contact', 'routes/me/contact.tsx'),
      route('data.json', 'routes/me/data.ts'),
      route('erase', 'routes/me/erase.tsx'),
    ]),
    ...prefix('staff', [
      index('routes/staff/workbench.tsx'),
      route('appointments', 'routes/staff/appointments.tsx'),
      route('appointments/:reference', 'routes/staff/appointment.tsx'),
      route('roles', 'routes/staff/roles.tsx'),
      route('login', 'routes/login/start.ts', { id: 'staff-login' }),
      route('logout', 'routes/login/logout.ts', { id: 'staff-logout' }),
    ]),
    ...prefix('demo/messages', [
      index('routes/demo/messages.tsx'),
      route(':number', 'routes/demo/message.tsx'),
      route(':number/calendar.ics', 'routes/demo/message-calendar.ts'),
      route(':number/letter.pdf', 'routes/demo/message-letter.ts'),
    ]),
    route('accessibility', 'routes/statements/accessibility.tsx'),
    route('privacy', 'routes/statements/privacy.tsx'),
    route('about-data', 'routes/statements/about-data.tsx'),
    route('*', 'routes/not-found.ts', { id: 'not-found-in-language' }),
  ]),
  route('*', 'routes/not-found.ts', { id: 'not-found' }),
] satisfies RouteConfig
