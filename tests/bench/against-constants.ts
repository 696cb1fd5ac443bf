import { join } from 'node:path'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { TOP, build } from '#app/start/runtime.js'
import { NOBODY } from '#app/routes/logged-in.ts'
import { createLog } from '#app/server/log.ts'
import { createCookies } from '#app/server/session-cookie.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { aVisit } from '#tests/support/a-visit.ts'
import { openTestIdentity, testSettings } from '#tests/support/test-identity.ts'
import { withConstantLoaders } from './constant-loaders.ts'
import { quantiles, type Figures } from './figures.ts'
import { nationalSizes, openNationalPortal } from './national.ts'

/** Pages are at least 60 % as fast as the same components rendered from constants (security.md, goals). */
const GOAL_PERCENT = 60

/** Remix knows its build by name only. */
const ServerBuildSchema = z.custom<ServerBuild>()

type Answering = (path: string) => Promise<void>
/** Pages of one kind. */
export type Kind = { name: string; paths: string[] }

/**
 * Pages, from the request to the last letter, against the same pages whose loaders answer with what
 * they answered once. Both in this process, page by page in turn; the server around them would only hide the difference.
 */
export async function againstConstants(
  kindsOf: (portal: Portal) => Promise<Kind[]>,
  { quick }: { quick: boolean },
): Promise<Figures> {
  process.env.NODE_ENV = 'production'
  await build('')
  const serverBuild = ServerBuildSchema.parse(await import(join(TOP, 'build', 'server', 'index.js')))
  const identitySettings = await testSettings()
  const figures: Figures = {}
  for (const claims of nationalSizes({ quick })) {
    const portal = await openNationalPortal(claims)
    const context = {
      ...{ portal, identity: openTestIdentity(portal, identitySettings), loggedIn: NOBODY },
      cookies: createCookies({ isSecure: false }),
      visit: aVisit(),
      log: createLog({ level: 'error' }),
      enhancements: {},
      settings: { mode: 'demo', baseUrl: 'http://portal' },
      outbox: null,
    } as const
    const live = answering(serverBuild, context)
    const constant = answering(withConstantLoaders(serverBuild), context)
    for (const kind of await kindsOf(portal)) {
      const rounds = await race(kind.paths, { live, constant, rounds: quick ? 8 : 30 })
      Object.assign(figures, figuresOf(`${kind.name} at ${claims} claims`, rounds))
    }
    await portal.engine.close()
  }
  return figures
}

type Round = { liveMs: number; constantMs: number }

/** The first two rounds warm up: the constants are taken, and the code is compiled. */
async function race(
  paths: readonly string[],
  { live, constant, rounds }: { live: Answering; constant: Answering; rounds: number },
): Promise<Round[]> {
  const kept: Round[] = []
  for (let round = -2; round < rounds; round += 1) {
    const sum: Round = { liveMs: 0, constantMs: 0 }
    for (const [index, path] of paths.entries()) {
      // Who goes first changes, so that neither always cleans up after the other.
      const first = (round + index) % 2 === 0
      if (first) sum.liveMs += await timed(live, path)
      sum.constantMs += await timed(constant, path)
      if (!first) sum.liveMs += await timed(live, path)
    }
    if (round >= 0)
      kept.push({ liveMs: sum.liveMs / paths.length, constantMs: sum.constantMs / paths.length })
  }
  return kept
}

async function timed(answer: Answering, path: string): Promise<number> {
  const started = performance.now()
  await answer(path)
  return performance.now() - started
}

function figuresOf(name: string, rounds: readonly Round[]): Figures {
  const percents = rounds.map(({ liveMs, constantMs }) => (100 * constantMs) / liveMs)
  return {
    [`${name}, a page`]: { value: quantiles(rounds.map(({ liveMs }) => liveMs)).p50, unit: 'ms' },
    [`${name}, from constants`]: {
      value: quantiles(rounds.map((round) => round.constantMs)).p50,
      unit: 'ms',
    },
    [`${name}, of the constants`]: { value: quantiles(percents).p50, unit: '%', least: GOAL_PERCENT },
    [`${name}, lowest round`]: { value: Math.min(...percents), unit: '%' },
    [`${name}, highest round`]: { value: Math.max(...percents), unit: '%' },
  }
}

function answering(serverBuild: ServerBuild, context: AppLoadContext): Answering {
  const handle = createRequestHandler(serverBuild, 'production')
  return async (path) => {
    const response = await handle(new Request(`http://portal${path}`), context)
    const html = await response.text()
    if (response.status !== 200 || !html.includes('</html>')) throw new Error(`${path}: ${response.status}`)
  }
}
