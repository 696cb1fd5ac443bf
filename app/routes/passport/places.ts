import type { LoaderFunctionArgs } from '@remix-run/node'
import { placesBeginningWith } from '#app/use-cases/search-places.server.ts'

const MOST = 8
const LONGEST = 60

/** Help while typing a place: names that begin with what was typed. Public data, the same for everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get('typed') ?? '').slice(0, LONGEST)
  const places = placesBeginningWith(context.portal, typed, MOST)
  return Response.json(places.map(({ id, name, municipality }) => ({ id, name, municipality })))
}
