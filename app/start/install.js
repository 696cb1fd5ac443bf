// Gets the packages, the pinned Node among them. Plain JavaScript for Node 20.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import {
  MODULES,
  TOP,
  Trouble,
  findPinnedNode,
  hashOf,
  pinnedNode,
  readIfThere,
  readJson,
  run,
  timed,
} from './runtime.js'

const LOCK = join(TOP, 'package-lock.json')
const STAMP = join(MODULES, '.forste-kontakt-installed')

/**
 * True when node_modules holds what package-lock.json asks for. Our stamp says so at once; without it npm's own
 * record is compared, so that a folder that someone installed by hand is not thrown away and fetched again.
 */
function isInstalled() {
  if (!findPinnedNode()) return false
  const lock = readFileSync(LOCK)
  if (readIfThere(STAMP) === hashOf(lock)) return true
  const record = join(MODULES, '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  /** @type {[string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }][]} */
  const wanted = Object.entries(JSON.parse(lock.toString()).packages)
  const complete = wanted.every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
  if (complete) stampInstalled()
  return complete
}

function stampInstalled() {
  writeFileSync(STAMP, hashOf(readFileSync(LOCK)))
}

/**
 * Installs the packages when they are missing or older than package-lock.json.
 * @param {string} step what to print before the title, for instance "[1/4] "
 */
export async function install(step) {
  if (isInstalled()) return
  const { code, output } = await timed(`${step}Installing packages (once, about a minute)`, runNpm)
  if (code !== 0) throw new Trouble(npmTrouble(code, output))
  pinnedNode()
  stampInstalled()
}

function runNpm() {
  const npm = process.env.npm_execpath
  // Windows can't delete the node.exe that is running this; `install` leaves it in place where `ci` begins with an
  // empty folder.
  const runsFromModules = process.platform === 'win32' && process.execPath.startsWith(MODULES + sep)
  // The build and the tests need the development packages whatever NODE_ENV says.
  const args = [
    runsFromModules ? 'install' : 'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ]
  if (npm && basename(npm).startsWith('npm')) return run(process.execPath, [npm, ...args], { quiet: true })
  return run('npm', args, { quiet: true, shell: process.platform === 'win32' })
}

/** @param {number} code
 *  @param {string} output */
function npmTrouble(code, output) {
  // The cause comes first, then npm explains its options at length.
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!) ./.test(line))
  return `${errors.slice(0, 8).join('\n')}\n\nnpm could not install the packages (exit ${code}). ${npmAdvice(output)}`
}

/** @param {string} output */
function npmAdvice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET|UNABLE_TO_|CERT_/.test(output)) {
    return 'It did not reach its registry: check the network and the proxy (npm config get proxy, npm config get registry), then run the same command again.'
  }
  if (/EUSAGE/.test(output)) {
    return 'package-lock.json does not fit package.json: take both from the same commit (git status shows changes).'
  }
  if (/ENOSPC/.test(output))
    return 'The disk is full: about 1 GB is needed. Free some space and run the same command again.'
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'It may not write here: run it as the owner of this folder, and stop what uses node_modules.'
  }
  if (/E401|E403/.test(output))
    return 'The registry refused: check your npm login or ask who runs the registry.'
  return 'What npm says above tells why; npm cache clean --force and a new try often helps.'
}
