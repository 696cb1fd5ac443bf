// Finds a Chromium for the browser tests, or gets one. Plain JavaScript for Node 20, shared with tests/run.js.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Trouble, packageScript, pinnedNode, run, timed } from '../../app/start/runtime.js'

/**
 * Chromium without a window, made for tests: it has no process that draws on a screen, and takes a third less time
 * where there is no graphics card.
 */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell']
const SHELL_FILES = [...SHELL_NAMES, 'chrome-headless-shell.exe', 'headless_shell.exe']

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium that starts, one without a window before one with; null when this machine has none.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  return chosenChromium() ?? (await findShell()) ?? (await findWhole())
}

function chosenChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (!chosen || isRunnable(chosen)) return chosen || null
  throw new Trouble(
    `CHROMIUM_PATH names ${chosen}, which does not start. Correct it, or unset it to have one found.`,
  )
}

async function findShell() {
  return [...onPath(SHELL_NAMES), ...playwrightsShells(await playwrightsOwn())].find(isRunnable) ?? null
}

async function findWhole() {
  return [...onPath(NAMES), ...USUAL_PLACES, await playwrightsOwn()].find(isRunnable) ?? null
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/**
 * Playwright tells only where its whole Chromium lies (…/chromium-1255/chrome-linux64/chrome); the other lies beside.
 * @param {string} whole
 */
function playwrightsShells(whole) {
  const folder = dirname(dirname(whole)).replace(/chromium-(?=\d+$)/, 'chromium_headless_shell-')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((inside) => SHELL_FILES.map((name) => join(folder, inside, name)))
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
 * The path of a Chromium: found, else downloaded by Playwright, else – for root on Debian – installed as a package. Root
 * on Debian gets the one without a window even where there is one with; without it, that one has to do.
 * @returns {Promise<string>}
 */
export async function getChromium() {
  const found = chosenChromium() ?? (await findShell())
  if (found) return found
  const whole = await findWhole()
  if (!whole) {
    await timed('    No Chromium here: Playwright fetches one', () =>
      run(
        pinnedNode(),
        [packageScript('@playwright/test', 'cli.js'), 'install', '--only-shell', 'chromium'],
        { quiet: true },
      ),
    )
    const fetched = await findShell()
    if (fetched) return fetched
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const lists = await aptGet('    Debian reads what packages it has', 'update')
    if (lists.code === 0) await installPackage('chromium-headless-shell')
    const shell = await findShell()
    if (shell) return shell
    if (!whole) await installPackage('chromium')
  }
  const atLast = await findWhole()
  if (atLast) return atLast
  throw new Trouble(
    'The browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium; otherwise chromium.org) or set CHROMIUM_PATH to a Chrome or Chromium.',
  )
}

/** @param {string} name */
function installPackage(name) {
  return aptGet(`    Debian installs ${name}`, 'install', '-y', '--no-install-recommends', name)
}

/** @param {string} title
 *  @param {string[]} args */
function aptGet(title, ...args) {
  // Without a network it must give up soon: most often there is a Chromium already.
  const hurry = [
    '-o',
    'Acquire::Retries=0',
    '-o',
    'Acquire::http::Timeout=15',
    '-o',
    'DPkg::Lock::Timeout=60',
  ]
  return timed(title, () =>
    run('apt-get', [...hurry, ...args], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  )
}
