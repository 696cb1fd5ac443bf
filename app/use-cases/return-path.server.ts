import { safeReturnPath } from '#app/domain/identity/return-path.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'

/** A page of the portal to go back to after login; null for anything else that an address may hold. */
export function returnPathOf(path: string | null): string | null {
  return safeReturnPath(path, MESSAGE_LANGUAGES)
}
