import type { Engine } from '#db/engine.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import type { ServiceRule } from '#app/domain/rules/rule.ts'
import type { Clock } from '#app/server/clock.ts'
import type { IdentityProvider } from '#app/server/identity-provider.ts'
import type { PersonKeys } from '#app/server/person-keys.ts'
import type { PopulationRegister } from '#app/server/population-register.ts'
import type { AuditIds } from '#app/server/audit-ids.ts'
import type { Seal } from '#app/server/seal.ts'
import type { RandomBytes } from '#app/domain/scheduling/code.ts'

/** What the use cases of login and sessions work with. */
export type Identity = {
  engine: Engine
  clock: Clock
  randomBytes: RandomBytes
  rules: readonly ServiceRule[]
  providers: Record<Audience, IdentityProvider>
  register: PopulationRegister
  personKeys: PersonKeys
  seal: Seal
  auditIds: AuditIds
}
