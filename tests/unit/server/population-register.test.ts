import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import test, { after, before, beforeEach, describe } from 'node:test'
import { createPopulationRegister } from '#app/server/population-register.ts'

const NUMBER = '17858430038'
const PERSON = {
  ...{ nationalNumber: NUMBER, name: 'Vilje Fjellrype', birthDate: '1984-05-17', email: null, mobile: null },
  ...{ contactUpdated: null, isReserved: false, language: 'nb', address: null, isAddressProtected: false },
  children: [],
}

describe('The register of people', () => {
  let address = ''
  let answer: { status: number; body?: unknown; location?: string } = { status: 200 }
  let asked: string[] = []
  let failures: unknown[] = []

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const some of request) body += some
    asked.push(`${request.url} ${body}`)
    if (answer.location) response.setHeader('Location', answer.location)
    response.writeHead(answer.status).end(JSON.stringify(answer.body ?? ''))
  })
  before(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const at = server.address()
    address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/register`
  })
  beforeEach(() => {
    asked = []
    failures = []
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  const ask = () => createPopulationRegister(address, (error) => failures.push(error)).personOf(NUMBER)

  test('says who somebody is; the number goes in the body, not in the address', async () => {
    answer = { status: 200, body: PERSON }
    assert.equal((await ask())?.name, PERSON.name)
    assert.deepEqual(asked, [`/register {"nationalNumber":"${NUMBER}"}`])
  })

  test('is asked once in a minute', async () => {
    answer = { status: 200, body: PERSON }
    const register = createPopulationRegister(address, () => {})
    await register.personOf(NUMBER)
    await register.personOf(NUMBER)
    assert.equal(asked.length, 1)
  })

  test('does not send the number on to where it points', async () => {
    answer = { status: 307, location: '/elsewhere' }
    assert.equal(await ask(), null)
    assert.equal(asked.length, 1)
    assert.equal(failures.length, 1)
  })

  for (const [what, wrong] of [
    ['fails', { status: 500 }],
    ['answers with something else', { status: 200, body: { ...PERSON, birthDate: 'yesterday' } }],
  ] as const) {
    test(`knows nobody when it ${what}, and that is told to the log`, async () => {
      answer = wrong
      assert.equal(await ask(), null)
      assert.equal(failures.length, 1)
    })
  }

  test('is left alone for a while when it is away, so that nobody waits for it at each page', async () => {
    answer = { status: 503 }
    const register = createPopulationRegister(address, (error) => failures.push(error))
    for (const number of [NUMBER, '17858430039']) assert.equal(await register.personOf(number), null)
    assert.deepEqual([asked.length, failures.length], [1, 1])
  })

  test('is asked about others although what it said of one person made no sense', async () => {
    answer = { status: 200, body: { ...PERSON, birthDate: 'yesterday' } }
    const register = createPopulationRegister(address, () => {})
    for (const number of [NUMBER, '17858430039']) assert.equal(await register.personOf(number), null)
    assert.equal(asked.length, 2)
  })

  test('may say that it knows nobody of that number', async () => {
    answer = { status: 404 }
    assert.equal(await ask(), null)
    assert.equal(failures.length, 0)
  })
})
