import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export type StreamEvent = { event: string; id: string | null; data: string; at: number }

export type EventStream = {
  status: number
  headers: IncomingMessage['headers']
  events: StreamEvent[]
  /** Waits for an event that is as wanted, also one that has come already. */
  until(isWanted: (event: StreamEvent) => boolean, withinMilliseconds?: number): Promise<StreamEvent>
  isOver(): boolean
  close(): void
}

/** Opens a stream of server-sent events as a browser does; answers when its headers have come. */
export async function openEventStream(
  url: string,
  { headers = {} }: { headers?: Record<string, string> } = {},
): Promise<EventStream> {
  const asking = request(url, { agent: false, headers: { Accept: 'text/event-stream', ...headers } })
  asking.end()
  const [response]: IncomingMessage[] = await once(asking, 'response')
  if (!response) throw new Error('A response must come')
  const events: StreamEvent[] = []
  let rest = ''
  let isOver = false
  response.setEncoding('utf8')
  response.on('data', (some: string) => {
    const blocks = (rest + some).split('\n\n')
    rest = blocks.pop() ?? ''
    events.push(...blocks.flatMap((block) => eventOf(block) ?? []))
  })
  const end = () => (isOver = true)
  response.once('close', end).once('error', end)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events,
    isOver: () => isOver,
    close: () => asking.destroy(),
    async until(isWanted, withinMilliseconds = 5_000) {
      const deadline = Date.now() + withinMilliseconds
      while (Date.now() < deadline) {
        const found = events.find(isWanted)
        if (found) return found
        await wait(5)
      }
      throw new Error(`It did not come within ${withinMilliseconds} ms; what came: ${JSON.stringify(events)}`)
    },
  }
}

function eventOf(block: string): StreamEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)] as const
    }),
  )
  const [event, data] = [fields.get('event'), fields.get('data')]
  if (event === undefined || data === undefined) return null
  return { event, data, id: fields.get('id') ?? null, at: Date.now() }
}
