import { Details } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { saidInAddress } from '#app/use-cases/said.server.ts'
import { languageOf } from '../request-language.ts'
import { unitName } from '../staff/unit-name.ts'

export const handle = { title: 'queue:offices.title', service: 'queue:title' } satisfies PageHandle

/** Every office that receives people, by district. */
export function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { catalogue } = portal
  const offices = [...catalogue.offices.values()].filter(({ id }) => catalogue.resourcesOf(id).length > 0)
  const byDistrict = Map.groupBy(offices, ({ districtId }) => districtId)
  return {
    said: saidInAddress(portal, new URL(request.url).searchParams),
    districts: [...byDistrict]
      .map(([id, some]) => ({
        name: unitName(catalogue, id, language),
        offices: some
          .map(({ id, name }) => ({ id, name }))
          .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
  }
}

/** For who comes by the short address, on their own phone: at which office they are. */
export default function QueueOffices() {
  const { districts, said } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('queue:offices.title')} lead={t('queue:offices.lead')} back={`/${language}`} />
      <div>
        {districts.map(({ name, offices }) => (
          <Details key={name}>
            <Details.Summary>{name}</Details.Summary>
            <Details.Content>
              <ul className="links">
                {offices.map((office) => (
                  <li key={office.id}>
                    <a
                      className="ds-link"
                      href={queuePath({ language, officeId: office.id, screen: 'own', said })}
                    >
                      {office.name}
                    </a>
                  </li>
                ))}
              </ul>
            </Details.Content>
          </Details>
        ))}
      </div>
    </div>
  )
}
