import type { Portal } from '#app/use-cases/portal.server.ts'
import { exampleAddress } from './example-address.ts'
import { API, RESOURCES } from './resources.ts'

/** The resources that the page of the open data tells of, in its order. */
export const EXAMPLE_NAMES = [
  'findEarliestTimes',
  'findOffices',
  'readOffice',
  'readOpeningHours',
  'readOpeningHoursOfAll',
  'readQueueWaits',
  'listServices',
  'readService',
] as const

/** Longer answers are cut: the address shows the whole. */
const MOST_LINES = 24

/** The first example of each resource with its answer as it is now. */
export async function openDataExamples(
  portal: Portal,
): Promise<{ name: (typeof EXAMPLE_NAMES)[number]; address: string; answer: string }[]> {
  return Promise.all(
    EXAMPLE_NAMES.map(async (name) => {
      const resource = RESOURCES.find(({ operationId }) => operationId === name)
      const [example] = resource?.examples ?? []
      if (!resource || !example) throw new Error(`There is no example of ${name}`)
      const answer = await resource.ask(portal, example.parameters)
      const lines = JSON.stringify(answer.ok ? answer.body : answer.problem, null, 2).split('\n')
      const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines
      return { name, address: exampleAddress(API, resource.path, example), answer: shown.join('\n') }
    }),
  )
}
