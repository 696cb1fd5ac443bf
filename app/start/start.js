// Behind `npm start` and `npm run dev`: from a fresh clone to a page that answers. Plain JavaScript for Node 20.
import { createServer } from 'node:net'
import { join } from 'node:path'
import { install } from './install.js'
import { TOP, Trouble, build, main, pinnedNode, run } from './runtime.js'

/** Nobody who posts a field of that name gets at the prototype of anything. */
const SAFELY = ['--disable-proto=delete']

const isDevelopment = process.argv.includes('--dev')

/** Said before the long steps rather than after them. */
async function refuseTakenPort() {
  const port = Number(process.env.PORT ?? 3000)
  const host = process.env.HOST ?? '127.0.0.1'
  // The server says what is wrong with a setting that is no port.
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return
  const error = await listenError(port, host)
  if (error === 'EADDRINUSE') {
    throw new Trouble(
      `Port ${port} is taken by another program (perhaps the portal runs already). Stop it, or choose another: PORT=${port + 1} npm start`,
    )
  }
  if (error === 'EACCES') {
    throw new Trouble(`You may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`)
  }
}

/** @param {number} port
 *  @param {string} host
 *  @returns {Promise<string | undefined>} the code of the error; undefined when the port is free */
function listenError(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/**
 * Ends the server with us. A signal to npm ends only the shell between npm and us: then we are left behind with another
 * parent, and the server would keep the port.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithUs(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  watch.unref()
}

await main(async () => {
  await refuseTakenPort()
  await install('[1/4] ')
  const node = pinnedNode()
  const env = isDevelopment ? { NODE_ENV: 'development', PORTAL_DEV: '1' } : { NODE_ENV: 'production' }
  if (!isDevelopment) await build('[2/4] ')

  // [3/4] and [4/4] are the server's own: it makes the database ready in the same process, then opens.
  const served = await run(node, [...SAFELY, join(TOP, 'server.ts'), '--prepare'], {
    env,
    onSpawn: endWithUs,
  })
  return served.code
})
