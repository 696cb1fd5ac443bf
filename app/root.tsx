import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import { ErrorPage, type ErrorKind } from '#app/components/error-page.tsx'
import { LoggedOutForm } from '#app/components/logged-out-form.tsx'
import { enhancementsOf, isPageHandle, isWallPage, pageTitle } from '#app/components/page-handle.ts'
import { RequestState } from '#app/components/request-state.ts'
import { Shell } from '#app/components/shell.tsx'
import { i18nFor, translator, type Translate } from '#app/i18n/i18n.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { helpingOf } from '#app/routes/helping.ts'
import { accountOf } from '#app/routes/login/account.ts'
import { loggedOutFormOf } from '#app/routes/login/logged-out-form-data.ts'
import { requestLanguage } from '#app/routes/request-language.ts'
import appCss from '#app/styles/app.css?url'

/** What every page of somebody who is logged in loads. */
const WHILE_LOGGED_IN = ['session-end']

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = isLanguage(params.language) ? params.language : requestLanguage(request)
  const { loggedIn, portal, settings, enhancements } = context
  const url = new URL(request.url)
  const helping = helpingOf(loggedIn, { portal, language, url })
  return {
    language,
    demo: settings.mode === 'demo',
    enhancements,
    account: accountOf(loggedIn, { portal, language, path: url.pathname, isHelping: helping !== null }),
    helping,
    hasEnded: loggedIn.hasEnded,
  }
}

/** What the frame shows changes with the address; a screen that brings itself up to date asks for its own part alone. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod }) =>
  formMethod === undefined && currentUrl.href !== nextUrl.href

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const location = useLocation()
  // A form that was refused has no loaded data: then the address says the language.
  const inAddress = location.pathname.split('/')[1]
  const language = root?.language ?? (isLanguage(inAddress) ? inAddress : 'nb')
  const { formFailed, databaseAway, nonce } = useContext(RequestState)
  const error = useRouteError()
  const matches = useMatches()
  const leaf = matches.at(-1)
  const handle = !error && isPageHandle(leaf?.handle) ? leaf.handle : undefined
  const isWall = handle !== undefined && isWallPage(leaf?.data)
  // Also on a page that failed: its form may hold what was typed.
  const isCitizen = root?.account?.kind === 'citizen' && !handle?.isBare
  const t = translator(language)
  const title = error
    ? `${errorTitle(error, databaseAway, t)} – ${t('common:portalName')}`
    : pageTitle(handle, leaf?.data, { t, formFailed })

  return (
    <html
      lang={language}
      data-color-scheme="auto"
      data-failed={formFailed ? 'form' : undefined}
      className={isWall ? 'wall' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <Meta />
        <Links />
        {[...enhancementsOf(handle, leaf?.data), ...(isCitizen ? WHILE_LOGGED_IN : [])].map((name) => (
          <script key={name} type="module" src={root?.enhancements[name]} />
        ))}
      </head>
      <body>
        <I18nextProvider i18n={i18nFor(language)}>
          {handle?.isBare ? (
            <main id="main">{children}</main>
          ) : (
            <Shell
              language={language}
              demo={root?.demo ?? false}
              account={loggedOutFormOf(error) ? null : (root?.account ?? null)}
              hasEnded={root?.hasEnded ?? false}
              location={location}
              isWall={isWall}
              isWide={handle?.isWide ?? false}
              helping={root?.helping ?? null}
            >
              {children}
            </Shell>
          )}
        </I18nextProvider>
        {handle?.scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { databaseAway } = useContext(RequestState)
  const form = loggedOutFormOf(error)
  if (form && !databaseAway) return <LoggedOutForm loginPath={form.path} fields={form.fields} />
  return <ErrorPage kind={databaseAway ? 'outage' : errorKind(error)} wait={waitOf(error)} />
}

function errorTitle(error: unknown, databaseAway: boolean, t: Translate): string {
  if (!databaseAway && loggedOutFormOf(error)) return t('login:form.title')
  return t(`errors:${databaseAway ? 'outage' : errorKind(error)}.title`)
}

/** How long somebody has to wait who did something too often, in words. */
function waitOf(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error) || error.status !== 429) return undefined
  return z.object({ wait: z.string() }).safeParse(error.data).data?.wait
}

function errorKind(error: unknown): ErrorKind {
  if (isRouteErrorResponse(error) && error.status === 429) return 'tooMany'
  if (isRouteErrorResponse(error) && error.status === 403) return 'noAccess'
  if (!isRouteErrorResponse(error) || error.status !== 404) return 'unexpected'
  if (error.data === 'unknown-ticket') return 'unknownTicket'
  return error.data === 'unknown-appointment' ? 'unknownAppointment' : 'notFound'
}
