import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  ALL_MESSAGES,
  countMySessions,
  lookerOf,
  myAppointments,
  myMessages,
} from '#app/use-cases/my-appointments.server.ts'
import { myData, myTickets, noteDownload } from '#app/use-cases/my-data.server.ts'
import { citizenOf } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'

/**
 * Everything that is stored about somebody, as a file; for who has logged in at the high level. The login leads back to
 * "my page": a file that comes straight after it would leave them standing on the provider's page.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { portal, identity } = args.context
  const myPage = new URL(`/${languageOf(args.params)}/me?data=ready`, args.request.url)
  const citizen = await citizenOf({ ...args, request: new Request(myPage) }, 'high')
  const mine = await myAppointments(portal, lookerOf(identity, citizen))
  await noteDownload(portal, citizen.session)
  const sessions = await countMySessions(identity, citizen.session)
  const tickets = await myTickets(portal, mine)
  const messages = await myMessages(portal, mine, ALL_MESSAGES)
  const document = myData(portal, { mine, tickets, messages, person: citizen.person, sessions })
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
    },
  })
}
