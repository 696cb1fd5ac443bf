import { createIdentityProvider } from '#app/server/identity-provider.ts'
import { readKeyRing } from '#app/server/key-ring.ts'
import { createPersonKeys } from '#app/server/person-keys.ts'
import { createPopulationRegister } from '#app/server/population-register.ts'
import { createSeal } from '#app/server/seal.ts'
import type { Settings } from '#app/server/settings.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

/** What logins and sessions need, as the settings have it. Nobody is asked anything yet. */
export function openIdentity(
  settings: Pick<
    Settings,
    'citizenProvider' | 'staffProvider' | 'registerUrl' | 'cookieKeys' | 'identityHashKey'
  >,
  { engine, clock, randomBytes, catalogue, auditIds }: Portal,
  onFailure: (error: unknown) => void,
): Identity {
  return {
    ...{ engine, clock, randomBytes, auditIds, rules: catalogue.rules },
    providers: {
      citizen: createIdentityProvider(settings.citizenProvider, { subjectOf: 'pid', onFailure }),
      staff: createIdentityProvider(settings.staffProvider, { subjectOf: 'sub', onFailure }),
    },
    register: createPopulationRegister(settings.registerUrl, onFailure),
    personKeys: createPersonKeys(readKeyRing(settings.identityHashKey)),
    seal: createSeal(readKeyRing(settings.cookieKeys)),
  }
}
