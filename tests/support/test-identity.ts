import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openIdentity } from '#app/start/open-identity.ts'
import { readSettings, type Settings } from '#app/server/settings.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { freePort } from './free-port.ts'

/** The settings of a demonstration whose identity providers listen on a free port; with `start`, they do. */
export async function testSettings(): Promise<Settings> {
  const dataDir = mkdtempSync(join(tmpdir(), 'forste-kontakt-settings-'))
  const [port, testProviderPort] = [await freePort(), await freePort()]
  const settings = readSettings({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    TEST_PROVIDER_PORT: String(testProviderPort),
  })
  rmSync(dataDir, { recursive: true })
  return settings
}

/** Who is who, for a portal of a test. The providers answer once `startProviders` has been called. */
export function openTestIdentity(portal: Portal, settings: Settings): Identity {
  return openIdentity(settings, portal, () => {})
}

/** Starts the identity providers and the register of these settings; answers how to stop them. */
export async function startProviders(settings: Settings): Promise<() => Promise<void>> {
  if (!settings.testProvider) throw new Error('These settings have providers of their own')
  const { startTestProvider } = await import('#app/start/test-provider/start.ts')
  const server = await startTestProvider(settings.testProvider, settings)
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
