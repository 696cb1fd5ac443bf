import assert from 'node:assert/strict'
import test from 'node:test'
import { createLog, type RequestLine } from '#app/server/log.ts'

const LINE: RequestLine = {
  id: 'AAAA-BBBB-CCCC',
  method: 'GET',
  route: '/:language',
  status: 200,
  milliseconds: 1.5,
  bytes: 10,
  language: 'nb',
  from: 'hash',
}

function told(level: 'info' | 'warn', tell: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  tell(createLog({ level, to: { write: (line: string) => void lines.push(line) } }))
  return lines
}

test('a request is one line of JSON with the words that are allowed and the time', () => {
  const [line = ''] = told('info', (log) => log.request(LINE))
  const { time, msg, level, ...rest }: Record<string, unknown> = JSON.parse(line)
  assert.deepEqual(rest, LINE)
  assert.equal(msg, 'request')
  assert.equal(level, 'info')
  assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('a quiet log tells of requests that failed, and not of those that were turned away', () => {
  const lines = told('warn', (log) => {
    log.request(LINE)
    log.request({ ...LINE, status: 500 })
    log.request({ ...LINE, status: 503, refused: 'busy' })
  })
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).status),
    [500],
  )
})
