import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import test from 'node:test'
import { createConnectionLimit } from '#app/server/connection-limit.ts'

function aSocket(remoteAddress: string): Socket {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
  return socket
}

const isTrusted = (address: string) => address === '127.0.0.1'
const MOST = { address: 2, network: 3 }

test('an address may have so many connections, and another when one is closed', () => {
  const { mayConnect } = createConnectionLimit({ most: () => MOST, isTrusted })
  const first = aSocket('192.0.2.1')
  assert.ok(mayConnect(first) && mayConnect(aSocket('192.0.2.1')))
  assert.equal(mayConnect(aSocket('192.0.2.1')), false)
  first.emit('close')
  assert.ok(mayConnect(aSocket('192.0.2.1')))
})

test('its neighbours together may have more', () => {
  const { mayConnect } = createConnectionLimit({ most: () => MOST, isTrusted })
  assert.deepEqual(
    ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '198.51.100.1'].map((from) =>
      mayConnect(aSocket(from)),
    ),
    [true, true, true, false, true],
  )
})

test('a proxy that is trusted speaks for many, and nobody is refused while no limit is known', () => {
  const limited = createConnectionLimit({ most: () => MOST, isTrusted })
  const open = createConnectionLimit({ most: () => null, isTrusted })
  for (let count = 0; count < 9; count += 1) {
    assert.ok(limited.mayConnect(aSocket('127.0.0.1')))
    assert.ok(open.mayConnect(aSocket('192.0.2.1')))
  }
})
