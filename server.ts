import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { z } from 'zod'
import { isLanguage } from '#app/i18n/languages.ts'
import { openData, openDataRoutes, openToOthers } from '#app/routes/api/open-data.ts'
import { API } from '#app/routes/api/resources.ts'
import { NOBODY, readLoggedIn } from '#app/routes/logged-in.ts'
import { createAdmission } from '#app/server/admission.ts'
import { createAuditIds } from '#app/server/audit-ids.ts'
import { answerFailure } from '#app/server/answer-failure.ts'
import { systemClock } from '#app/server/clock.ts'
import { createConnectionLimit } from '#app/server/connection-limit.ts'
import { createFrontGuard } from '#app/server/front-guard.ts'
import { cacheHeaders, plainHeaders, securityHeaders } from '#app/server/http-headers.ts'
import { createHttpServer } from '#app/server/http-server.ts'
import { isForPrograms } from '#app/server/is-for-programs.ts'
import { startJobs } from '#app/server/jobs.ts'
import { createLeave } from '#app/server/leave.ts'
import { createLinkGuard } from '#app/server/link-guard.ts'
import { createLinks } from '#app/server/links.ts'
import { logCrashes } from '#app/server/log-crashes.ts'
import { createLog } from '#app/server/log.ts'
import { openOutbox } from '#app/server/messages/open-post.ts'
import { createMetrics } from '#app/server/metrics.ts'
import { createPageRateLimit } from '#app/server/page-rate-limit.ts'
import { refuse } from '#app/server/refuse.ts'
import { rememberLanguage } from '#app/server/remember-language.ts'
import { createRouteTable, type BuiltRoute, type RouteTable } from '#app/server/route-table.ts'
import { COOKIE_NAMES, createCookies } from '#app/server/session-cookie.ts'
import { readSettings, type Settings } from '#app/server/settings.ts'
import { SettingsError } from '#app/server/settings-error.ts'
import { createVisitors } from '#app/server/visitor.ts'
import { createVisits, visitOf } from '#app/server/visits.ts'
import { framework } from '#app/start/framework.ts'
import { createLive, LIVE_ROUTES } from '#app/start/live.ts'
import { openIdentity } from '#app/start/open-identity.ts'
import { startCounting } from '#app/start/count-guide.ts'
import { readLearntNeeds } from '#app/start/learnt-needs.ts'
import { ownJobs } from '#app/start/own-jobs.ts'
import { startTestLogins } from '#app/start/test-provider/start-test-logins.ts'
import { countAttempt } from '#app/use-cases/count-within.server.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import { isKnownLink } from '#app/use-cases/is-known-link.server.ts'
import { DatabaseNotReady, openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { openPortal, type Portal } from '#app/use-cases/portal.server.ts'
import { rateLimits } from '#app/use-cases/rate-limits.server.ts'
import type { Engine } from '#db/engine.ts'
import { asUnavailable, isDatabaseUnavailable } from '#db/errors.ts'

/** Vite knows its virtual modules by name only. */
const ViteBuild = z.custom<ServerBuild>()

const development = process.env.PORTAL_DEV === '1'
const BUILD = join(import.meta.dirname, 'build')
const RETRY_MILLISECONDS = 2_000
/** Reading what was learnt takes some milliseconds in which nobody is answered: not in the first ones. */
const READ_LEARNT_AFTER_MILLISECONDS = 3_000
/** Pages and forms in work at once: about a second of work for one process (`npm run bench overload`). */
const MOST_AT_ONCE = 256
/** Requests that take longer than this are cut off when the process is told to end. */
const LONGEST_FAREWELL_MILLISECONDS = 3_000
/** Seconds that a citizen's browser is told to wait when the database is away. */
const RETRY_AFTER_SECONDS = 30

const settings = settingsOrExit()
/** In development they change with each build. */
const enhancements = readEnhancementAddresses()
let portal: Portal | null = null
let identity: Identity | null = null
let testProvider: Server | null = null
const cookies = createCookies({ isSecure: settings.mode === 'production' })
const stopping = new AbortController()
let jobs: { stop(): Promise<void> } | null = null
/** The sums of the guide lie in this process, also where a worker of its own does the timed work. */
let counting: { stop(): Promise<void> } | null = null
/** What the demonstration's page of messages shows. */
const outbox = settings.mode === 'demo' ? openOutbox(settings) : null

const log = createLog({ level: settings.logLevel })
logCrashes(log)
const metrics = await createMetrics({ port: settings.metricsPort })
const links = createLinks(settings.fieldKey)
const production = settings.mode === 'production'
const built = development ? null : ViteBuild.parse(await import(join(BUILD, 'server/index.js')))
let routes: RouteTable | null = built && createRouteTable(allRoutesOf(built))

const visits = createVisits({
  visitorOf: createVisitors(settings.fieldKey),
  routes: () => routes,
  log,
  metrics,
})
const linkGuard = createLinkGuard({
  hashOf: links.hashOf,
  isKnown: async (hash) => portal !== null && isKnownLink(portal, hash),
  countWrong: async ({ visitor }) =>
    portal ? countAttempt(portal, { limit: 'wrong-links', visitor }) : { ok: true },
  isAway: isDatabaseUnavailable,
})
const admission = createAdmission({ most: MOST_AT_ONCE })
const live = createLive({
  portal: () => portal,
  identity: () => identity,
  cookies,
  onFailure: (error) => log.error('A queue could not be read for those who look at it', error),
})
metrics.watch('portal_live_pages', 'Pages that are open and told of changes at once', live.count)
const app = express()
app.disable('x-powered-by')
// The framework reads addresses itself, and no answer is the same twice: neither is worked out for nothing.
app.set('query parser', false)
app.disable('etag')
app.set('trust proxy', settings.trustProxy ?? false)
app.use(['/healthz', '/readyz'], plainHeaders({ production }))
app.get('/healthz', (_request, response) => void response.type('text').send('alive\n'))
app.get('/readyz', (_request, response) => {
  response
    .status(portal ? 200 : 503)
    .type('text')
    .send(portal ? 'ready\n' : 'the database is not ready\n')
})
app.get(
  '/leave',
  plainHeaders({ production }),
  createLeave({ to: settings.leaveUrl, cookies: () => COOKIE_NAMES.map((name) => cookies.clear(name)) }),
)
app.use(visits.see)
app.use(API, openToOthers)
const headersOfPages = securityHeaders({
  ...{ production, development },
  formActions: () => Object.values(identity?.providers ?? {}).flatMap((provider) => provider.origins()),
})
const headersOfPrograms = plainHeaders({ production })
app.use((request, response, next) =>
  (isForPrograms(request) ? headersOfPrograms : headersOfPages)(request, response, next),
)
app.use(createFrontGuard({ ownUrl: production ? settings.baseUrl : null }))
const compressed = compression()
app.use(
  '/assets',
  compressed,
  express.static(join(BUILD, 'client/assets'), { immutable: true, maxAge: '1y' }),
)
app.use(
  '/enhancements',
  compressed,
  express.static(join(BUILD, 'client/enhancements'), { immutable: true, maxAge: '1y' }),
)
const vite = development
  ? await (await import('vite')).createServer({ server: { middlewareMode: true } })
  : undefined
if (vite) app.use(vite.middlewares)
const files = express.static(join(BUILD, 'client'), { maxAge: '1h' })
// No file has the address of a page, so the disk is not asked.
app.use((request, response, next) => {
  const [, first] = request.path.split('/')
  if (isLanguage(first) || first === 'api') next()
  else compressed(request, response, () => files(request, response, next))
})
app.use(cacheHeaders({ bringsLogin: ({ headers }) => cookies.hasLogin(headers.cookie ?? null) }))
app.use(createPageRateLimit({ limits: () => portal && rateLimits(portal), ownKey: linkGuard.ownKey }))
app.use(whenLive(whenOpen))
app.use(whenLive(linkGuard.guard))
app.use(whenLive(live.handler))
app.use(admission.admit)
app.use(API, openData({ portal: () => portal }))
app.use(compressed)
app.use(whenOpen)
app.use(linkGuard.guard)
app.use(rememberLanguage({ isSecure: production }))
app.all('*', framework(built ?? buildInDevelopment, loadContext))
app.use(answerFailure(log))

const connections = createConnectionLimit({
  most: () => portal && rateLimits(portal).connections,
  isTrusted: (address) => app.get('trust proxy fn')(address, 0) === true,
})
const server = createHttpServer({
  handler: app,
  mayConnect: connections.mayConnect,
  onRefused: metrics.refused,
})
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  console.log(`Listening on http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`)
})
server.on('connection', admission.sawConnection)
server.on('error', (error: NodeJS.ErrnoException) => {
  const why =
    error.code === 'EADDRINUSE' ? `Port ${settings.port} is in use: set PORT to another.` : error.message
  console.error(why)
  process.exit(1)
})
await listenForMetrics()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

if (process.argv.includes('--prepare')) await prepare()
await openWhenReady()

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** `npm start` asks for it. When it fails the server goes on: it says why, and is honest to citizens. */
async function prepare(): Promise<void> {
  const { prepareDatabase } = await import('#app/start/prepare-database.ts')
  await prepareDatabase(settings, (line) => console.log(line)).catch((error) => console.error(error.message))
  console.log('[4/4] Starting the portal …')
}

/** Tries until the database can be served from; until then every page says honestly that we are away. */
async function openWhenReady(): Promise<void> {
  let said = ''
  while (!portal && !stopping.signal.aborted) {
    let engine: Engine | undefined
    try {
      engine = await openReadyDatabase(settings.databaseUrl, { inEarnest: settings.mode === 'production' })
      const opened = await openPortal({
        engine,
        clock: systemClock(settings.clockStart),
        randomBytes: (count) => randomBytes(count),
        links,
        auditIds: createAuditIds(settings.auditKey),
        readLearntNeeds,
      })
      identity = openIdentity(settings, opened, (error) => log.error('A login or a register failed', error))
      jobs = await startOwnJobs(opened)
      counting = startCounting(opened.guideCounter, log)
      portal = opened
      setTimeout(opened.needSearch, READ_LEARNT_AFTER_MILLISECONDS).unref()
      testProvider = settings.testProvider && (await startTestLogins(settings.testProvider, settings))
      console.log('Ready')
    } catch (error) {
      await engine?.close()
      const reason = asUnavailable(error)
      if (!(reason instanceof DatabaseNotReady) && !isDatabaseUnavailable(reason)) throw error
      const { message } = reason instanceof Error ? reason : new Error(String(reason))
      if (message !== said) console.error(message)
      said = message
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
    }
  }
}

/** What the portal does by itself, from when it is open. */
async function startOwnJobs(open: Portal): Promise<{ stop(): Promise<void> } | null> {
  if (settings.worker === 'apart') return null
  const own = await ownJobs(open, settings, { stop: stopping.signal, isBesideVisitors: true, log })
  const started = startJobs(own.jobs, ({ name }, error) => log.error(`The job "${name}" failed`, error))
  return {
    async stop() {
      await started.stop()
      await own.close()
    },
  }
}

/** The portal's own pages, once there is a database behind them. */
function whenOpen(request: express.Request, response: express.Response, next: express.NextFunction): void {
  if (portal) return next()
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) }
  refuse(request, response, { status: 503, page: 'outage', reason: 'database-away', headers })
}

/** For pages that are told of changes: they stay open, so they neither count as being worked on nor are compressed. */
function whenLive(handler: express.RequestHandler): express.RequestHandler {
  return (request, response, next) => (live.isLive(request) ? handler(request, response, next) : next())
}

/** Answers what is under way, then closes the database, then ends. */
async function stop(): Promise<void> {
  stopping.abort()
  await vite?.close()
  live.close()
  setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MILLISECONDS).unref()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  testProvider?.closeAllConnections()
  testProvider?.close()
  await jobs?.stop()
  await counting?.stop()
  await portal?.engine.close()
  metrics.close()
  log.flush()
  process.exit(0)
}

/** A port that is taken is no reason to keep citizens waiting: it is said, and the portal goes on. */
async function listenForMetrics(): Promise<void> {
  try {
    const port = await metrics.listen()
    if (port !== null) console.log(`Metrics on http://127.0.0.1:${port}/metrics`)
  } catch (error) {
    console.error(
      `No metrics on port ${settings.metricsPort}: ${error instanceof Error ? error.message : error}`,
    )
  }
}

/** What every page is given: the portal as it is now, and who asks. */
async function loadContext(request: express.Request, response: express.Response): Promise<AppLoadContext> {
  if (!portal || !identity) throw new Error('No request gets here before the portal is open')
  // While the database is away the page says so itself.
  const loggedIn = await readLoggedIn(identity, cookies, request.headers.cookie ?? null).catch((error) => {
    if (isDatabaseUnavailable(error)) return NOBODY
    throw error
  })
  for (const cookie of loggedIn.clear) response.append('Set-Cookie', cookie)
  return {
    ...{ portal, identity, cookies, loggedIn, log },
    visit: visitOf(request),
    enhancements: development ? readEnhancementAddresses() : enhancements,
    settings: { mode: settings.mode, baseUrl: settings.baseUrl },
    outbox,
  }
}

/** Vite builds anew what has changed. */
async function buildInDevelopment(): Promise<ServerBuild> {
  const fresh = ViteBuild.parse(await vite?.ssrLoadModule('virtual:remix/server-build'))
  routes = createRouteTable(allRoutesOf(fresh))
  return fresh
}

/** The pages, and beside them what is told of changes and the open data. */
function allRoutesOf(build: ServerBuild): BuiltRoute[] {
  return [
    ...Object.values(build.routes).filter((route) => route !== undefined),
    ...LIVE_ROUTES,
    ...openDataRoutes(),
  ]
}

function readEnhancementAddresses(): Record<string, string> {
  const manifest = join(BUILD, 'enhancements.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
}
