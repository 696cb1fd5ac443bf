import type { LoaderFunctionArgs } from '@remix-run/node'
import { countMySessions, lookerOf, myAppointments } from '#app/use-cases/my-appointments.server.ts'
import { myData, myTickets, noteDownload } from '#app/use-cases/my-data.server.ts'
import { citizenOf } from '../logged-in.ts'

/** Everything that is stored about somebody, as a file; for who has logged in at the high level. */
export async function loader(args: LoaderFunctionArgs) {
  const { portal, identity } = args.context
  const citizen = await citizenOf(args, 'high')
  const mine = await myAppointments(portal, lookerOf(identity, citizen))
  await noteDownload(portal, citizen.session)
  const sessions = await countMySessions(identity, citizen.session)
  const tickets = await myTickets(portal, mine)
  const document = myData(portal, { mine, tickets, person: citizen.person, sessions })
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
    },
  })
}
