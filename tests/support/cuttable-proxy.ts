import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type CuttableProxy = {
  /** Without a slash at the end. */
  url: string
  /** Where new connections lead from now on: a portal that was started anew has another port. */
  leadTo(url: string): void
  /** Breaks what is open and refuses what is new, as a net that is gone. */
  cut(): void
  /** Lets nothing through and says nothing of it, as a telephone that has left the range of its net. */
  freeze(): void
  mend(): void
  close(): Promise<void>
}

/** A way to a portal that can be cut while a page uses it. */
export async function cuttableProxy(target: string): Promise<CuttableProxy> {
  const sockets = new Set<Socket>()
  let to = new URL(target)
  let state: 'whole' | 'cut' | 'frozen' = 'whole'

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    keep(near)
    if (state === 'frozen') return
    const far = keep(connect({ host: to.hostname, port: Number(to.port) }))
    near.on('data', (some) => state === 'frozen' || far.write(some))
    far.on('data', (some) => state === 'frozen' || near.write(some))
    near.on('close', () => far.destroy())
    far.on('close', () => state === 'frozen' || near.destroy())
  })

  function keep(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('error', () => {})
    return socket.on('close', () => sockets.delete(socket))
  }

  function destroyAll(): void {
    for (const socket of [...sockets]) socket.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    leadTo: (url) => (to = new URL(url)),
    cut() {
      state = 'cut'
      destroyAll()
    },
    freeze: () => (state = 'frozen'),
    mend() {
      if (state === 'frozen') destroyAll()
      state = 'whole'
    },
    async close() {
      server.close()
      destroyAll()
      await once(server, 'close')
    },
  }
}
