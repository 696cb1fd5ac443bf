import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { z } from 'zod'
import { LANGUAGE_COOKIE, isLanguage } from '#app/i18n/languages.ts'
import { createAdmission } from '#app/server/admission.ts'
import { systemClock } from '#app/server/clock.ts'
import { cookieOf, frontGuard, languageOf } from '#app/server/front-guard.ts'
import { cacheHeaders, securityHeaders } from '#app/server/http-headers.ts'
import { startJobs } from '#app/server/jobs.ts'
import { createLinks } from '#app/server/links.ts'
import { openOutbox } from '#app/server/messages/open-post.ts'
import { plainPage } from '#app/server/plain-page.ts'
import { readSettings, SettingsError, type Settings } from '#app/server/settings.ts'
import { ownJobs } from '#app/start/own-jobs.ts'
import { DatabaseNotReady, openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { openPortal, type Portal } from '#app/use-cases/portal.server.ts'
import type { Engine } from '#db/engine.ts'
import { asUnavailable, isDatabaseUnavailable } from '#db/errors.ts'

/** Vite knows its virtual modules by name only. */
const ViteBuild = z.custom<ServerBuild>()

const development = process.env.PORTAL_DEV === '1'
const BUILD = join(import.meta.dirname, 'build')
const RETRY_MILLISECONDS = 2_000
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
const stopping = new AbortController()
let jobs: { stop(): Promise<void> } | null = null
/** What the demonstration's page of messages shows. */
const outbox = settings.mode === 'demo' ? openOutbox(settings) : null

const admission = createAdmission({ most: MOST_AT_ONCE })
const app = express()
app.disable('x-powered-by')
// The framework reads addresses itself, and no answer is the same twice: neither is worked out for nothing.
app.set('query parser', false)
app.disable('etag')
app.get('/healthz', (_request, response) => void response.type('text').send('alive\n'))
app.get('/readyz', (_request, response) => {
  response
    .status(portal ? 200 : 503)
    .type('text')
    .send(portal ? 'ready\n' : 'the database is not ready\n')
})
app.use(securityHeaders({ production: settings.mode === 'production', development }))
app.use(frontGuard)
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
  if (isLanguage(request.path.split('/')[1])) next()
  else compressed(request, response, () => files(request, response, next))
})
app.use(cacheHeaders)
app.use(admission.admit)
app.use(compressed)
app.use((request, response, next) => {
  if (portal) return next()
  response.status(503).set('Retry-After', String(RETRY_AFTER_SECONDS)).set('Cache-Control', 'no-store')
  response.type('html').send(plainPage(languageOf(request), 'outage'))
})
app.use((request, response, next) => {
  const language = request.path.split('/')[1]
  if (isLanguage(language) && cookieOf(request, LANGUAGE_COOKIE) !== language) {
    const secure = settings.mode === 'production'
    response.cookie(LANGUAGE_COOKIE, language, {
      sameSite: 'lax',
      httpOnly: true,
      secure,
      maxAge: 365 * 86_400_000,
    })
  }
  next()
})
app.all(
  '*',
  createRequestHandler({
    build: vite
      ? async () => ViteBuild.parse(await vite.ssrLoadModule('virtual:remix/server-build'))
      : await import(join(BUILD, 'server/index.js')),
    mode: development ? 'development' : 'production',
    getLoadContext: () => {
      if (!portal) throw new Error('No request gets here before the portal is open')
      return {
        portal,
        enhancements: development ? readEnhancementAddresses() : enhancements,
        settings: { mode: settings.mode, baseUrl: settings.baseUrl },
        outbox,
      }
    },
  }),
)

const server = app.listen(settings.port, settings.host, () => {
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
      engine = await openReadyDatabase(settings.databaseUrl)
      portal = await openPortal({
        engine,
        clock: systemClock(settings.clockStart),
        randomBytes: (count) => randomBytes(count),
        links: createLinks(settings.fieldKey),
      })
      if (settings.worker === 'inside') jobs = await startOwnJobs(portal)
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
async function startOwnJobs(open: Portal): Promise<{ stop(): Promise<void> }> {
  const own = await ownJobs(open, settings, { stop: stopping.signal, isBesideVisitors: true })
  const started = startJobs(own.jobs, ({ name }, error) => {
    console.error(`The job "${name}" failed: ${error instanceof Error ? error.message : error}`)
  })
  return {
    async stop() {
      await started.stop()
      await own.close()
    },
  }
}

/** Answers what is under way, then closes the database, then ends. */
async function stop(): Promise<void> {
  stopping.abort()
  await vite?.close()
  setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MILLISECONDS).unref()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  await jobs?.stop()
  await portal?.engine.close()
  process.exit(0)
}

function readEnhancementAddresses(): Record<string, string> {
  const manifest = join(BUILD, 'enhancements.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
}
