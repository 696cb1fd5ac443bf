import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestPlaces } from '#app/domain/geography/find-place.ts'

const MOST = 8
const LONGEST = 60

/** Help while typing a place: names that begin with what was typed. Public data, the same for everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get('typed') ?? '').slice(0, LONGEST)
  const places = suggestPlaces(context.portal.catalogue.places, typed, MOST)
  return Response.json(
    places.map(({ id, name, municipality }) => ({ id, name, municipality })),
    { headers: { 'Cache-Control': 'public, max-age=3600' } },
  )
}
