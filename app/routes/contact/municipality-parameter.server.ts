import { redirect } from '@remix-run/node'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findMunicipality } from '#app/use-cases/find-municipality.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { contactPath } from './contact-path.ts'

/**
 * The municipality of an address; its own address has its number.
 * @throws {Response} 404 for one that is not there, and the way on for a name
 */
export function municipalityOf(portal: Portal, language: Language, part = ''): Municipality {
  const found = findMunicipality(portal, part)
  const [municipality] = found
  if (!municipality) throw new Response(null, { status: 404 })
  if (found.length > 1) {
    throw redirect(`${contactPath(language)}?${new URLSearchParams({ typed: municipality.name })}`)
  }
  if (municipality.number !== part) throw redirect(contactPath(language, municipality.number))
  return municipality
}
