import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The same build, whose loaders ask the portal once for each address and repeat that answer ever after. */
export function withConstantLoaders(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && keepAnswers(route)])
  return { ...build, routes: Object.fromEntries(routes) }
}

function keepAnswers(route: NonNullable<Routes[string]>): Routes[string] {
  const { loader } = route.module
  if (!loader) return route
  const answers = new Map<string, unknown>()
  async function answerAgain(asked: LoaderFunctionArgs): Promise<unknown> {
    const { url } = asked.request
    if (!answers.has(url)) answers.set(url, await loader?.(asked))
    return answers.get(url)
  }
  return { ...route, module: { ...route.module, loader: answerAgain } }
}
