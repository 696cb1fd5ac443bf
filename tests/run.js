// Behind `npm test [stage…]`: everything that must pass, cheapest first. Plain JavaScript for Node 20.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { install } from '../app/start/install.js'
import { TOP, Trouble, build, main, packageScript, pinnedNode, run } from '../app/start/runtime.js'
import { getChromium } from './support/chromium.js'

/** @typedef {{ code: number, passed: number, failed: number, output?: string }} Outcome */

const RESULTS = join(TOP, 'node_modules', '.cache', 'forste-kontakt')
const NODE_TEST_COUNTS = join(RESULTS, 'node-test.json')

/** The same place as in playwright.config.ts. */
const BROWSER_RESULTS = join(RESULTS, 'browser-tests.json')

/**
 * Stages of one lane follow one another; those of different lanes run beside each other, and say what they have to say
 * when they are done.
 * @type {Record<string, { title: string, lane?: 1 | 2, run: () => Promise<Outcome> }>}
 */
const STAGES = {
  types: {
    title: 'Types (tsc)',
    lane: 1,
    run: () => check(packageScript('typescript', 'bin/tsc'), '--noEmit'),
  },
  lint: { title: 'Rules and layout of the code (ESLint, Prettier)', lane: 2, run: lint },
  build: { title: 'Build', lane: 1, run: buildIfNeeded },
  unit: {
    title: 'Unit tests',
    lane: 1,
    // In one process: to start one for each file takes longer than the tests.
    run: () => nodeTests('tests/unit/**/*.test.ts', ['--test-isolation=none'], { quiet: true }),
  },
  integration: {
    title: 'Integration tests, on SQLite and PostgreSQL',
    // Two files at a time: each waits much for a server or a database. They share a PostgreSQL, and no data.
    run: () =>
      nodeTests('tests/integration/**/*.test.ts', [
        '--test-concurrency=2',
        '--test-global-setup=tests/support/postgres-for-all.ts',
      ]),
  },
  e2e: { title: 'Browser tests (Playwright)', run: browserTests },
}

/** A check that is no test counts only when it fails.
 *  @param {number} code
 *  @param {string} [output]
 *  @returns {Outcome} */
function checked(code, output = '') {
  return { code, passed: 0, failed: code === 0 ? 0 : 1, output }
}

/** @param {string} script
 *  @param {string[]} args */
async function check(script, ...args) {
  const { code, output } = await run(pinnedNode(), [script, ...args], { quiet: true })
  return checked(code, output)
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
 *  @param {string[]} options
 *  @param {{ quiet?: boolean }} [how]
 *  @returns {Promise<Outcome>} */
async function nodeTests(files, options, { quiet = false } = {}) {
  forget(NODE_TEST_COUNTS)
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[
      '--test-reporter=./tests/support/summary-reporter.js',
      `--test-reporter-destination=${NODE_TEST_COUNTS}`,
    ],
  ]
  const { code, output } = await run(pinnedNode(), ['--test', ...options, ...reporters, files], { quiet })
  const counts = readCounts(NODE_TEST_COUNTS)
  return { ...tested(code, counts?.passed ?? 0, (counts?.failed ?? 0) + (counts?.cancelled ?? 0)), output }
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
  // The tests start some hundred processes of the same code.
  process.env.NODE_COMPILE_CACHE ??= join(RESULTS, 'compiled')
  const sum = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const failedStages = []

  /** @param {typeof stages} some  that follow one another, until one fails */
  async function runInTurn(some) {
    for (const [name, stage] of some) {
      const stageBegan = performance.now()
      const number = `[${stages.findIndex(([other]) => other === name) + 1}/${stages.length}]`
      console.log(`\n${number} ${stage.title} …`)
      const outcome = await stage.run().catch(reportTrouble)
      sum.passed += outcome.passed
      sum.failed += outcome.failed
      if (outcome.output) console.log(`\n${number} ${stage.title}:\n${outcome.output.trimEnd()}`)
      console.log(
        `${number} ${name}: ${outcome.code === 0 ? 'passed' : 'FAILED'} in ${secondsSince(stageBegan)} s`,
      )
      if (outcome.code !== 0) return failedStages.push(name)
    }
  }

  await Promise.all([1, 2].map((lane) => runInTurn(stages.filter(([, stage]) => stage.lane === lane))))
  if (failedStages.length === 0) await runInTurn(stages.filter(([, { lane }]) => !lane))
  console.log(
    failedStages.length > 0
      ? `\nStopped at "${failedStages.join('" and "')}" after ${secondsSince(began)} s; run it alone with: npm test ${failedStages.join(' ')}`
      : `\nAll passed in ${secondsSince(began)} s`,
  )
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return failedStages.length > 0 ? 1 : 0
})

/** @param {unknown} error */
function reportTrouble(error) {
  if (!(error instanceof Trouble)) throw error
  console.error(error.message)
  return checked(1)
}
