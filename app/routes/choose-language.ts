import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requestLanguage } from './request-language.ts'

/** `/`: the front page in the remembered or the nearest language. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${requestLanguage(request)}`)
}
