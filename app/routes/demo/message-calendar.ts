import type { LoaderFunctionArgs } from '@remix-run/node'
import { shownMessage } from './demo-outbox.ts'

/** What a message of the demonstration told the calendar. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { calendar } = await shownMessage(context, params.number)
  if (calendar === null) throw new Response(null, { status: 404 })
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="calendar.ics"',
    },
  })
}
