import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageRows } from '#app/components/content/page-rows.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { SERVICE_GROUPS } from '#app/domain/content/content.ts'
import { listServices } from '#app/use-cases/services.server.ts'
import { languageOf } from '../request-language.ts'

export const handle = { title: 'services:list.title' } satisfies PageHandle

export function loader({ params, context }: LoaderFunctionArgs) {
  const services = listServices(context.portal, languageOf(params))
  return {
    services: services.map(({ path, title, summary, group, state }) => ({
      path,
      title,
      summary,
      group,
      state,
    })),
  }
}

/** All services in their groups, each with a sentence; what is not here yet says so. */
export default function ServicesPage() {
  const { services } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('services:list.title')} lead={t('services:list.lead')} back={`/${language}`} />
      <nav aria-label={t('services:list.groups')}>
        <ul className="pills">
          {SERVICE_GROUPS.map((group) => (
            <li key={group}>
              <a className="pill" href={`#${group}`}>
                {t(`services:group.${group}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {SERVICE_GROUPS.map((group) => (
        <section key={group} className="stack-small" aria-labelledby={group}>
          <Heading level={2} data-size="sm" id={group}>
            {t(`services:group.${group}`)}
          </Heading>
          <PageRows
            rows={services
              .filter((service) => service.group === group)
              .map(({ state, ...row }) => ({
                ...row,
                tag: state === 'here' ? undefined : t(`services:list.${state}`),
              }))}
          />
        </section>
      ))}
      <Paragraph className="links">
        <a className="ds-link" href={`/${language}/advice`}>
          {t('services:list.advice')}
        </a>
      </Paragraph>
    </div>
  )
}
