import { OFFICE_SERVICES, type OfficeService } from '#app/domain/offices/place-rules.ts'

/** What somebody looks for among the offices; it lives in the address, and none of it says who asks. */
export type OfficeAnswers = {
  /** A place's id, `position-LATITUDE,LONGITUDE`, or `country`; null until answered. */
  at: string | null
  service: OfficeService | null
  openNow: boolean
}

/** Reads the answers from an address or a form. What makes no sense counts as not answered. */
export function readOfficeAnswers(answers: Pick<URLSearchParams, 'get'>): OfficeAnswers {
  const service = answers.get('service')
  return {
    at: answers.get('at'),
    service: OFFICE_SERVICES.find((known) => known === service) ?? null,
    openNow: answers.get('open') === 'now',
  }
}

/** `said`: what they said to the guide before, which goes along into the queue of an office. */
type Along = { said?: string | null }

/** The address of the list of offices, with the answers and more parameters after them. */
export function officesPath(
  language: string,
  { at = null, service = null, openNow = false, said = null }: Partial<OfficeAnswers> & Along = {},
  more: Record<string, string> = {},
): string {
  const search = new URLSearchParams({
    ...(at === null ? {} : { at }),
    ...(service === null ? {} : { service }),
    ...(openNow ? { open: 'now' } : {}),
    ...(said ? { said } : {}),
    ...more,
  })
  return `/${language}/offices${search.size > 0 ? `?${search}` : ''}`
}

/** The address of the page of an office. */
export function officePath(language: string, id: string, { said }: Along = {}): string {
  return `/${language}/offices/${id}${said ? `?${new URLSearchParams({ said })}` : ''}`
}
