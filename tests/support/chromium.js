// Finds a Chromium for the browser tests, or gets one. Plain JavaScript for Node 20, shared with tests/run.js.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Trouble, packageScript, pinnedNode, run, timed } from '../../app/start/runtime.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium that starts; null when this machine has none.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (isRunnable(chosen)) return chosen
    throw new Trouble(
      `CHROMIUM_PATH names ${chosen}, which does not start. Correct it, or unset it to have one found.`,
    )
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...USUAL_PLACES, await playwrightsOwn()].find(isRunnable) ?? null
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/**
 * A downloaded browser may lack the libraries it needs, so it is asked rather than looked at. Windows' does not answer.
 * @param {string} path
 */
function isRunnable(path) {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/**
 * The path of a Chromium: found, else downloaded by Playwright, else – for root on Debian – installed as a package.
 * @returns {Promise<string>}
 */
export async function getChromium() {
  const found = await findChromium()
  if (found) return found
  await timed('    No Chromium here: Playwright fetches one', () =>
    run(pinnedNode(), [packageScript('@playwright/test', 'cli.js'), 'install', 'chromium'], { quiet: true }),
  )
  const fetched = await findChromium()
  if (fetched) return fetched
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await timed('    Playwright could not: Debian installs its package', async () => {
      await run('apt-get', ['update'], { quiet: true })
      return run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
        quiet: true,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })
    })
    const installed = await findChromium()
    if (installed) return installed
  }
  throw new Trouble(
    'The browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium; otherwise chromium.org) or set CHROMIUM_PATH to a Chrome or Chromium.',
  )
}
