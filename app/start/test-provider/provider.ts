import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { ACR_OF_LEVEL, LEVELS, isEnough, type Level } from '#app/domain/identity/assurance.ts'
import { translator } from '#app/i18n/i18n.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { ProviderSettings } from '#app/server/identity-provider.ts'
import { chooserPage, escapeHtml, providerPage, type Choice } from './chooser.ts'

const INTERACTION = /^\/interaction\/([\w-]+)$/

export type TestProviderOptions = {
  /** How the portal is known here. */
  client: ProviderSettings
  /** The private key that ID tokens are signed with, as a JWK. */
  key: string
  /** Who one can be, in a language. */
  choices(language: Language): Choice[]
  /** The claims about a subject, `sub` apart. */
  claims(subject: string): Record<string, string>
  /** Where the portal hears that a session has ended here. */
  frontChannelLogout: string
}

/**
 * A certified OpenID Connect provider of the demonstration and the tests, set up as ID-porten is: code flow with PKCE,
 * private_key_jwt, levels as `acr`, `sid` in the ID token. Who one is, is chosen from a list.
 * @returns what answers requests whose address begins with the path of the issuer
 */
export function createTestProvider(options: TestProviderOptions) {
  const { client, choices } = options
  const path = new URL(client.issuer).pathname
  const provider = new Provider(client.issuer, configurationOf(options, path))
  // Only a client with back-channel logout gets `sid` by itself; ID-porten gives it to every one.
  Object.defineProperty(provider.Client.prototype, 'includeSid', { value: () => true })
  provider.on('end_session.success', ({ oidc }) => {
    const sid = oidc.session?.sidFor(client.clientId)
    if (sid) void tellFrontChannel(options, sid)
  })
  const answerOpenId = provider.callback()

  /** Shows the list, or ends the login with who was chosen on it. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response)
    const language = languageOf(params.ui_locales)
    if (request.method !== 'POST') {
      const title = translator(language)('login:provider.title')
      const action = `${path}${request.url ?? ''}`
      return sendHtml(response, chooserPage(language, { title, action, choices: choices(language) }))
    }
    const form = await readForm(request)
    const subject = form.get('subject') ?? ''
    const isKnown = choices(language).some((choice) => choice.subject === subject)
    const result =
      isKnown && !form.has('cancel')
        ? { login: { accountId: subject, acr: ACR_OF_LEVEL[levelFor(params.acr_values)], remember: false } }
        : { error: 'access_denied', error_description: 'The person turned back.' }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The provider finds out by `originalUrl` that its addresses begin with a path.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(path.length) || '/' })
    if (INTERACTION.test(request.url ?? '')) await interact(request, response)
    else await answerOpenId(request, response)
  }
}

function configurationOf({ client, key, claims }: TestProviderOptions, path: string): Configuration {
  const { kid, kty, n, e, alg, use } = JSON.parse(client.clientKey)
  return {
    clients: [
      {
        client_id: client.clientId,
        redirect_uris: [client.callback],
        post_logout_redirect_uris: [client.loggedOut],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS256',
        id_token_signed_response_alg: 'RS256',
        jwks: { keys: [{ kid, kty, n, e, alg, use }] },
      },
    ],
    jwks: { keys: [JSON.parse(key)] },
    cookies: {
      keys: [key],
      names: { session: 'provider-session', interaction: 'provider-login', resume: 'provider-resume' },
      long: { signed: true, path },
      short: { signed: true, path },
    },
    acrValues: LEVELS.map((level) => ACR_OF_LEVEL[level]),
    claims: { openid: ['sub', 'pid'], acr: null, auth_time: null, sid: null },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    ttl: { Session: 30 * 60, Interaction: 10 * 60, Grant: 60 * 60, AccessToken: 60, IdToken: 60 * 60 },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...claims(subject) }),
    }),
    loadExistingGrant: grantAll,
    interactions: { url: (_context, { uid }) => `${path}/interaction/${uid}`, policy: policyWithStepUp() },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: askToLogOut,
        postLogoutSuccessSource: (context) => {
          context.body = loggedOutPage(client)
        },
      },
    },
    renderError: (context, { error }) => {
      context.type = 'html'
      context.body = providerPage('en', { title: 'The login failed', body: `<p>${escapeHtml(error)}</p>` })
    },
  }
}

/** There is one client and it is ours: nobody is asked whether it may know who they are. */
async function grantAll(context: KoaContextWithOIDC) {
  const { provider, client, session } = context.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

/** The highest level that is asked for: the test provider can give every one. */
function levelFor(acrValues: unknown): Level {
  const wanted = String(acrValues ?? '').split(' ')
  return LEVELS.findLast((level) => wanted.includes(ACR_OF_LEVEL[level])) ?? 'substantial'
}

/** Who is logged in at a lower level than is asked for logs in once more. */
function policyWithStepUp() {
  const { Check } = interactionPolicy
  const policy = interactionPolicy.base()
  const isTooLow = new Check('level_too_low', 'a higher level is asked for', ({ oidc }) => {
    const wanted = levelFor(oidc.params?.acr_values)
    const has = LEVELS.find((level) => ACR_OF_LEVEL[level] === oidc.session?.acr)
    return has && !isEnough(has, wanted) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT
  })
  policy.get('login')?.checks.add(isTooLow)
  return policy
}

/** ID-porten has the browser call this address in a hidden frame; the certified provider has no such thing. */
async function tellFrontChannel(
  { client, frontChannelLogout }: TestProviderOptions,
  sid: string,
): Promise<void> {
  const address = new URL(frontChannelLogout)
  address.search = new URLSearchParams({ iss: client.issuer, sid }).toString()
  await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
}

/** The form is the provider's own. It goes by itself, as at ID-porten, or by its button. */
function askToLogOut(context: KoaContextWithOIDC, form: string): void {
  const language = languageOf(context.query.ui_locales)
  const t = translator(language)
  context.body = providerPage(language, {
    title: t('login:provider.logoutTitle'),
    body: `${form.replace('</form>', `<input type="hidden" name="logout" value="yes"><button>${escapeHtml(t('login:provider.logout'))}</button></form>`)}
<script>document.forms[0].submit()</script>`,
  })
}

function loggedOutPage({ callback }: ProviderSettings): string {
  const t = translator('nb')
  return providerPage('nb', {
    title: t('login:provider.loggedOutTitle'),
    body: `<p><a href="${escapeHtml(new URL('/', callback).href)}">${escapeHtml(t('login:provider.back'))}</a></p>`,
  })
}

function languageOf(uiLocales: unknown): Language {
  const first = String(uiLocales ?? '').split(' ')[0]
  return isLanguage(first) ? first : 'nb'
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(html)
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return new URLSearchParams(body)
}
