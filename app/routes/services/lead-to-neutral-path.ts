import { redirect } from '@remix-run/node'

/**
 * A sensitive page has an address that says nothing: addresses stay in the browser's history. Who comes by one that names
 * it is led on, and a browser keeps only where it ended.
 * @throws {Response} to the address of the page, when it was called by another
 */
export function leadToNeutralPath({ path }: { path: string }, named: string | undefined): void {
  if (!path.endsWith(`/${named}`)) throw redirect(path)
}
