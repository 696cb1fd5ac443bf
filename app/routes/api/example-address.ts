import type { ApiExample } from './api-resource.ts'

/** The address of an example, with its parameters in the path and behind the question mark. */
export function exampleAddress(
  api: string,
  path: string,
  { parameters }: Pick<ApiExample, 'parameters'>,
): string {
  const inQuery = Object.entries(parameters).filter(([name]) => !path.includes(`{${name}}`))
  const inPath = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => parameters[name] ?? '')
  const query = new URLSearchParams(inQuery).toString()
  return `${api}${inPath === '/' ? '' : inPath}${query === '' ? '' : `?${query}`}`
}
