import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { translator } from '#app/i18n/i18n.ts'
import type { Settings } from '#app/server/settings.ts'
import { LOGIN_KEYS, readTestPeople } from '#db/seed/test-people.ts'
import { createTestProvider } from './provider.ts'
import { registerAnswer } from './register.ts'

const LARGEST_BODY = 10_000

const Question = z.object({ nationalNumber: z.string() })

/**
 * Starts what the demonstration needs instead of ID-porten, the login of staff and the national registers: two identity
 * providers and a register of synthetic people, on a port of their own.
 */
export async function startTestProvider(
  { key, port }: { key: string; port: number },
  { citizenProvider, staffProvider, host, baseUrl }: Settings,
): Promise<Server> {
  const { people, staff } = readTestPeople()
  const citizens = createTestProvider({
    client: citizenProvider,
    key,
    choices: (language) =>
      LOGIN_KEYS.flatMap((key) => {
        const person = people.find((one) => one.key === key)
        if (!person) return []
        const { nationalNumber: subject, name } = person
        return [{ subject, name, about: translator(language)(`login:people.${key}`, { number: subject }) }]
      }),
    claims: (pid) => ({ pid }),
    frontChannelLogout: new URL('/login/citizen/front-channel-logout', baseUrl).href,
  })
  const members = createTestProvider({
    client: staffProvider,
    key,
    choices: (language) =>
      staff.map(({ subject, name, role, unit }) => {
        const t = translator(language)
        return { subject, name, about: [t(`staff:role.${role}`), unit].filter(Boolean).join(', ') }
      }),
    claims: () => ({}),
    frontChannelLogout: new URL('/login/staff/front-channel-logout', baseUrl).href,
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (path.startsWith('/citizen/')) return citizens(request, response)
    if (path.startsWith('/staff/')) return members(request, response)
    if (path === '/favicon.ico') return void response.writeHead(204).end()
    if (path !== '/register' || request.method !== 'POST') return void response.writeHead(404).end()
    const question = Question.safeParse(JSON.parse(await readText(request)))
    const person = question.success ? registerAnswer(people, question.data.nationalNumber) : null
    response.writeHead(person ? 200 : 404, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(person))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > LARGEST_BODY) throw new Error('too long')
  }
  return text
}
