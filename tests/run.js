// Behind `npm test [stage…]`: everything that must pass, cheapest first. Plain JavaScript for Node 20.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { install } from '../app/start/install.js'
import { TOP, Trouble, build, main, packageScript, pinnedNode, run } from '../app/start/runtime.js'
import { getChromium } from './support/chromium.js'

/** @typedef {{ code: number, passed: number, failed: number }} Outcome */

const RESULTS = join(TOP, 'node_modules', '.cache', 'forste-kontakt')
const NODE_TEST_COUNTS = join(RESULTS, 'node-test.json')

/** The same place as in playwright.config.ts. */
const BROWSER_RESULTS = join(RESULTS, 'browser-tests.json')

/** @type {Record<string, { title: string, run: () => Promise<Outcome> }>} */
const STAGES = {
  types: { title: 'Types (tsc)', run: () => check(packageScript('typescript', 'bin/tsc'), '--noEmit') },
  lint: { title: 'Rules and layout of the code (ESLint, Prettier)', run: lint },
  build: { title: 'Build', run: buildIfNeeded },
  unit: { title: 'Unit tests', run: () => nodeTests('tests/unit/**/*.test.ts') },
  integration: {
    title: 'Integration tests, on SQLite and PostgreSQL',
    // One file at a time: they share the disk and a PostgreSQL, and measure neither.
    run: () =>
      nodeTests(
        'tests/integration/**/*.test.ts',
        '--test-concurrency=1',
        '--test-global-setup=tests/support/postgres-for-all.ts',
      ),
  },
  e2e: { title: 'Browser tests (Playwright)', run: browserTests },
}

/** A check that is no test counts only when it fails.
 *  @param {number} code
 *  @returns {Outcome} */
function checked(code) {
  return { code, passed: 0, failed: code === 0 ? 0 : 1 }
}

/** @param {string} script
 *  @param {string[]} args */
async function check(script, ...args) {
  return checked((await run(pinnedNode(), [script, ...args])).code)
}

async function lint() {
  const rules = await check(packageScript('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0')
  if (rules.code !== 0) return rules
  return check(packageScript('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')
}

async function buildIfNeeded() {
  await build('    ')
  return checked(0)
}

/** Forgets the counts of an earlier run, so that they can't pass for this one's.
 *  @param {string} file */
function forget(file) {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
}

/** @param {string} file */
function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/**
 * A run without a single test would pass whatever is broken, and one that crashed has counted nothing: both fail.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @returns {Outcome}
 */
function tested(code, passed, failed) {
  if (passed + failed === 0) {
    console.error('    No test was run.')
    return { code: code || 1, passed, failed: 1 }
  }
  return { code: code || (failed > 0 ? 1 : 0), passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/** @param {string} files
 *  @param {string[]} options */
async function nodeTests(files, ...options) {
  forget(NODE_TEST_COUNTS)
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[
      '--test-reporter=./tests/support/summary-reporter.js',
      `--test-reporter-destination=${NODE_TEST_COUNTS}`,
    ],
  ]
  const { code } = await run(pinnedNode(), ['--test', ...options, ...reporters, files])
  const counts = readCounts(NODE_TEST_COUNTS)
  return tested(code, counts?.passed ?? 0, (counts?.failed ?? 0) + (counts?.cancelled ?? 0))
}

async function browserTests() {
  await build('    ')
  const chromium = await getChromium()
  forget(BROWSER_RESULTS)
  const { code } = await run(pinnedNode(), [packageScript('@playwright/test', 'cli.js'), 'test'], {
    env: { CHROMIUM_PATH: chromium },
  })
  const stats = readCounts(BROWSER_RESULTS)?.stats
  return tested(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0)
}

/** @param {string[]} names */
function chosenStages(names) {
  for (const name of names) {
    if (!(name in STAGES)) {
      throw new Trouble(`There is no stage "${name}". Stages: ${Object.keys(STAGES).join(', ')}.`)
    }
  }
  return Object.entries(STAGES).filter(([name]) => names.length === 0 || names.includes(name))
}

/** @param {number} since */
function secondsSince(since) {
  return ((performance.now() - since) / 1000).toFixed(1)
}

await main(async () => {
  const began = performance.now()
  const stages = chosenStages(process.argv.slice(2))
  await install('')
  const sum = { passed: 0, failed: 0 }
  let failedStage = ''
  for (const [index, [name, stage]] of stages.entries()) {
    const stageBegan = performance.now()
    console.log(`\n[${index + 1}/${stages.length}] ${stage.title} …`)
    const outcome = await stage.run().catch(reportTrouble)
    sum.passed += outcome.passed
    sum.failed += outcome.failed
    console.log(
      `[${index + 1}/${stages.length}] ${name}: ${outcome.code === 0 ? 'passed' : 'FAILED'} in ${secondsSince(stageBegan)} s`,
    )
    if (outcome.code !== 0) {
      failedStage = name
      break
    }
  }
  console.log(
    failedStage
      ? `\nStopped at "${failedStage}" after ${secondsSince(began)} s; run it alone with: npm test ${failedStage}`
      : `\nAll passed in ${secondsSince(began)} s`,
  )
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return failedStage ? 1 : 0
})

/** @param {unknown} error */
function reportTrouble(error) {
  if (!(error instanceof Trouble)) throw error
  console.error(error.message)
  return checked(1)
}
