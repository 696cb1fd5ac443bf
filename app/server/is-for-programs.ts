import type { Request } from 'express'

/** Whether an address is one of the open data, which programs read and people do not. */
export function isForPrograms({ path }: Pick<Request, 'path'>): boolean {
  return /^\/api(\/|$)/i.test(path)
}
