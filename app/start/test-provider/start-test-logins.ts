import type { Server } from 'node:http'
import type { Settings } from '#app/server/settings.ts'

/**
 * Starts the demonstration's own identity providers, which are loaded only here, and says where one logs in. Null when
 * they cannot start: the portal serves without them all the same.
 */
export async function startTestLogins(
  provider: { key: string; port: number },
  settings: Settings,
): Promise<Server | null> {
  // What it warns of – it forgets on restart, it does not know this Node – is as it should be here.
  const { warn } = console
  console.warn = () => {}
  try {
    const { startTestProvider } = await import('./start.ts')
    const server = await startTestProvider(provider, settings)
    const { baseUrl } = settings
    console.log(`Test logins (choose who to be): ${baseUrl}/nb/me and, for staff, ${baseUrl}/nb/staff`)
    return server
  } catch (error) {
    console.error(`The test logins do not work: ${error instanceof Error ? error.message : error}`)
    return null
  } finally {
    console.warn = warn
  }
}
