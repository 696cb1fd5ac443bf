import type { Scope } from '#app/domain/identity/permission.ts'
import { officesWithCounters, officesWithin } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

/**
 * The offices with counters that somebody manages, and which of them a page is about: that of the address, else the
 * first; null where there is none. `hasOthers`: they manage offices without counters too.
 * @throws {Response} 404 for an office that is not theirs
 */
export function chosenOffice(portal: Portal, scope: Scope, wanted: string | null) {
  const offices = officesWithCounters(portal, scope)
  const office = wanted === null ? offices[0] : offices.find(({ id }) => id === wanted)
  if (wanted !== null && !office) throw new Response('not-found', { status: 404 })
  return {
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    hasOthers: offices.length < officesWithin(portal, scope).length,
    office: office ? { id: office.id, name: office.name } : null,
  }
}

/** What was posted under a name; null when nothing was. */
export function textOf(posted: FormData, name: string): string | null {
  const value = posted.get(name)
  return typeof value === 'string' ? value : null
}
