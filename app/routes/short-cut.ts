import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requestLanguage } from './request-language.ts'

/** Short Norwegian addresses for posters and phone calls, and the page each leads to. */
const PAGES: Record<string, string> = {
  pass: '/passport',
  time: '/appointments',
  anmeld: '#coming',
  ko: '/queue',
}

export async function loader({ request }: LoaderFunctionArgs) {
  const word = new URL(request.url).pathname.slice(1)
  return redirect(`/${requestLanguage(request)}${PAGES[word] ?? ''}`)
}
