import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, delimiter, join } from 'node:path'
import { Trouble, build } from '#app/start/runtime.js'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { prepareAppointment } from './prepare.ts'
import { prepareTicket } from './prepare-ticket.ts'

// Behind `npm run screenreader [name…]`: the pages with a real screen reader, one keys file after the other.

const HERE = import.meta.dirname
const KEYS = join(HERE, 'keys')

/** A page with a field that has no label. Were it to pass, the others' passing would mean nothing. */
const BROKEN = 'broken-no-label'

/** transcript.sh: 0 every check held, 1 a check failed; anything else says that nothing was checked. */
const CHECK_FAILED = 1

/** The longest file takes 50 s on a machine that does nothing else, and twice as long on one that runs other tests. */
const LIMIT_SECONDS = '240'

type Reading = { code: number; transcript: string }

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

async function read(url: string, keysFile: string): Promise<Reading> {
  const reader = spawn(join(HERE, 'transcript.sh'), [url, keysFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ORCA_LIMIT_S: LIMIT_SECONDS, ...process.env },
  })
  let transcript = ''
  const keep = (chunk: Buffer) => {
    transcript += chunk
  }
  reader.stdout.on('data', keep)
  reader.stderr.on('data', keep)
  const [code] = await once(reader, 'close')
  return { code: code ?? 1, transcript }
}

/**
 * The first line of a keys file says which page it is for: `# path: /nb/passport`. Where that is the page of an
 * appointment, the next line says which one is made before: `# confirmed: person=18%2B.passport&office=…`; its secret
 * stands in the path as SECRET. `# ticket: OFFICE` gives one a place in a queue (prepare-ticket.ts), `# queue: OFFICE`
 * people to serve.
 */
async function pathOf(keysFile: string, portal: TestPortal): Promise<string> {
  const [first = '', second = ''] = readFileSync(keysFile, 'utf8').split('\n')
  const path = /^# path: (\/\S*)$/.exec(first)?.[1]
  if (!path) throw new Trouble(`${basename(keysFile)} must begin with a line like "# path: /nb"`)
  const [, stage, query = ''] = /^# (held|reviewed|confirmed): (\S+)$/.exec(second) ?? []
  if (stage !== 'held' && stage !== 'reviewed' && stage !== 'confirmed') return path
  return path.replace('SECRET', await prepareAppointment(portal, stage, query))
}

/** Each file gets a portal of its own, so that no one finds what another left. */
async function readPortal(keysFile: string): Promise<Reading> {
  const portal = await startPortal()
  try {
    const queue = /^# (ticket|queue): (\S+)$/m.exec(readFileSync(keysFile, 'utf8'))
    const [, kind, officeId] = queue ?? []
    const path = await pathOf(keysFile, portal)
    if (officeId === undefined) return await read(portal.url + path, keysFile)
    const ticket = await prepareTicket(portal, { keysFile, officeId, isServed: kind === 'ticket' })
    try {
      return await read(portal.url + path.replace('SECRET', ticket.secret), ticket.keysFile)
    } finally {
      await ticket.close()
    }
  } finally {
    await portal.stop()
  }
}

async function readBrokenPage(): Promise<Reading> {
  const page = readFileSync(join(HERE, 'example', `${BROKEN}.html`))
  const server = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end(page),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    const { code, transcript } = await read(`http://127.0.0.1:${port}/`, join(HERE, 'example', 'keys.txt'))
    const isCaught = code === CHECK_FAILED && transcript.includes('FAIL ? Fullt navn')
    return { code: isCaught ? 0 : code || 1, transcript }
  } finally {
    server.close()
  }
}

function chosenNames(wanted: string[]): string[] {
  const files = existsSync(KEYS) ? readdirSync(KEYS).filter((name) => name.endsWith('.txt')) : []
  const names = [...files.map((name) => basename(name, '.txt')).sort(), BROKEN]
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown) throw new Trouble(`There are no keys for "${unknown}". There are: ${names.join(', ')}.`)
  if (files.length === 0) throw new Trouble('There is no keys file in tests/screen-reader/keys.')
  return names.filter((name) => wanted.length === 0 || wanted.includes(name))
}

async function readAll(names: string[]): Promise<number> {
  let failed = 0
  for (const [index, name] of names.entries()) {
    const title = name === BROKEN ? `${name} (must be found out)` : name
    console.log(`[${index + 1}/${names.length}] ${title} … (about half a minute)`)
    const began = performance.now()
    const { code, transcript } = await (name === BROKEN
      ? readBrokenPage()
      : readPortal(join(KEYS, `${name}.txt`)))
    if (code !== 0) {
      failed += 1
      console.log(transcript)
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `[${index + 1}/${names.length}] ${title}: ${code === 0 ? 'passed' : `FAILED (${code})`} in ${seconds} s`,
    )
  }
  console.log(`${names.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

const missing = ['orca', 'Xvfb', 'xdotool', 'dbus-run-session', 'chromium'].filter(
  (program) => !isOnPath(program),
)
if (missing.length > 0) {
  console.error(
    `The screen reader needs ${missing.join(', ')}. On Debian 12, as root: bash tests/screen-reader/install.sh`,
  )
  process.exit(2)
}
try {
  const names = chosenNames(process.argv.slice(2))
  await build('')
  process.exitCode = await readAll(names)
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  console.error(error.message)
  process.exitCode = 1
}
