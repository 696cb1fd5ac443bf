import type { LoaderFunctionArgs } from '@remix-run/node'
import { demoOutbox, shownMessage } from './demo-outbox.ts'

/** A letter of the demonstration as it would be printed. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { channel, number } = await shownMessage(context, params.number)
  if (channel !== 'letter') throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(await demoOutbox(context).letter(number)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="letter.pdf"',
    },
  })
}
