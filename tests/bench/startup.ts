import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOP } from '#app/start/runtime.js'
import { CLOCK_START, copyTemplate, demoTemplate } from '#tests/support/demo-database.ts'
import { freePort } from '#tests/support/free-port.ts'
import type { Figures } from './figures.ts'

const GOAL_SECONDS = 5

/** From `npm start` to "Ready" when everything is installed, built and filled: the second start and every later one. */
export async function benchStartup(): Promise<Figures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'forste-kontakt-startup-'))
  copyTemplate(demoTemplate(CLOCK_START), dataDir)
  try {
    console.log('Starting the portal three times …')
    await secondsToReady(dataDir)
    const seconds = [await secondsToReady(dataDir), await secondsToReady(dataDir)]
    return { 'second start': { value: Math.min(...seconds), unit: 's', most: GOAL_SECONDS } }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function secondsToReady(dataDir: string): Promise<number> {
  const port = String(await freePort())
  const started = performance.now()
  const portal = spawn(process.execPath, [join(TOP, 'app', 'start', 'start.js')], {
    cwd: TOP,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: port, DATA_DIR: dataDir, CLOCK_START },
  })
  let output = ''
  const ended = once(portal, 'exit')
  await Promise.race([
    new Promise<void>((resolve) => {
      portal.stdout.on('data', (chunk: Buffer) => {
        output += chunk
        if (/^Ready$/m.test(output)) resolve()
      })
    }),
    ended.then(() => Promise.reject(new Error(`The portal ended instead of starting:\n${output}`))),
  ])
  const seconds = (performance.now() - started) / 1000
  portal.kill('SIGTERM')
  await ended
  return seconds
}
