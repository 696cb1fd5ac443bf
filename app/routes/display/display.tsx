import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { DisplayBoard } from '#app/components/queue/display-board.tsx'
import { displayOf, readQueuePicture } from '#app/use-cases/queue-picture.server.ts'
import { languageOf } from '../request-language.ts'
import { isRefreshing, refreshHeaders } from '../tickets/refresh.ts'
import { displayView } from './display-view.ts'

export const handle = {
  title: 'display:pageTitle',
  isBare: true,
  enhancements: ['display-live'],
} satisfies PageHandle

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** The screen on the wall of an office: who is called where, who is next, how long it takes. */
export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const office = portal.catalogue.offices.get(params.office ?? '')
  if (!office) throw new Response(null, { status: 404 })
  const picture = await readQueuePicture(portal, office.id)
  const url = new URL(request.url)
  return data(
    {
      ...{ titleKey: 'display:title', titleOptions: { office: office.name } },
      view: displayView(displayOf(picture), picture, language),
      officeName: office.name,
      path: `/${language}/display/${office.id}`,
      isRefreshing: isRefreshing(url),
    },
    { headers: refreshHeaders(url) },
  )
}

export default function DisplayPage() {
  return <DisplayBoard {...useLoaderData<typeof loader>()} />
}
