import { request } from 'node:http'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

// Many pages that are open and told of changes, in a process of their own: only when the last of them was told is known
// outside, so that the portal's time is not shared with reading what it wrote.

/** `open`: listen at these paths. `wait`: say when every stream has been shown this version of the queue, or a later one. */
export type LiveOrder = { open: { url: string; paths: string[] } } | { wait: { version: number } }

/** `at`: epoch milliseconds of the first and the last of them. */
export type LiveNews =
  { opened: number; refused: number } | { told: { first: number; last: number } } | { closed: number }

const newest: number[] = []
let wanted: { version: number; missing: Set<number>; first: number } | null = null

process.on('message', (order: LiveOrder) => {
  if ('open' in order) void openAll(order.open)
  else expectVersion(order.wait.version)
})
process.once('disconnect', () => process.exit(0))

async function openAll({ url, paths }: { url: string; paths: string[] }): Promise<void> {
  const statuses = await Promise.all(paths.map((path, index) => open(url + path, index)))
  const refused = statuses.filter((status) => status !== 200).length
  send({ opened: statuses.length - refused, refused })
}

function open(url: string, index: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent: false, headers: { 'X-Forwarded-For': aVisitorAddress() } })
    asking.once('response', (response) => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (some: string) => {
        const blocks = (rest + some).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) if (block.includes('event: picture')) see(index, block)
      })
      response.once('close', () => send({ closed: index }))
      resolve(response.statusCode ?? 0)
    })
    asking.once('error', reject)
    asking.end()
  })
}

function expectVersion(version: number): void {
  const missing = new Set(newest.flatMap((shown, index) => (shown >= version ? [] : [index])))
  wanted = { version, missing, first: 0 }
  if (missing.size === 0) told(wanted)
}

function see(index: number, block: string): void {
  const version = Number(/^id: \d{4}-\d\d-\d\d-(\d+)$/m.exec(block)?.[1])
  newest[index] = version
  if (!wanted || version < wanted.version || !wanted.missing.delete(index)) return
  wanted.first ||= Date.now()
  if (wanted.missing.size === 0) told(wanted)
}

function told({ first }: { first: number }): void {
  const now = Date.now()
  send({ told: { first: first || now, last: now } })
  wanted = null
}

function send(news: LiveNews): void {
  process.send?.(news)
}
