import type { Office } from '#app/domain/geography/office.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** What an office is called: a stop of a bus and a service centre have no name but that of their place. */
export function officeTitle({ kind, name }: Pick<Office, 'kind' | 'name'>, t: Translate): string {
  switch (kind) {
    case 'station':
    case 'governor':
      return name
    case 'bus-stop':
    case 'service-centre':
      return t(`offices:name.${kind}`, { place: name })
    default:
      return kind satisfies never
  }
}
