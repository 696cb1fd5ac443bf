import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { languageOf } from './request-language.ts'

/** Every page has its language first in its address; another language is not found. */
export async function loader({ params }: LoaderFunctionArgs) {
  languageOf(params)
  return null
}

/** The language of a page changes with a new page only. */
export function shouldRevalidate(): boolean {
  return false
}

export default function LanguageLayout() {
  return <Outlet />
}
