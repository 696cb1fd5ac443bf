import { Button, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LateNotice } from '#app/components/content/late-notice.tsx'
import { PageRows } from '#app/components/content/page-rows.tsx'
import { Part } from '#app/components/content/part.tsx'
import { ReviewLine } from '#app/components/content/review-line.tsx'
import { RuleFacts } from '#app/components/content/rule-facts.tsx'
import { TextList } from '#app/components/content/text-list.tsx'
import { WayList } from '#app/components/content/way-list.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { findService } from '#app/use-cases/services.server.ts'
import { languageOf } from '../request-language.ts'
import { contentPageData } from './content-page-data.ts'
import { leadToNeutralPath } from './lead-to-neutral-path.ts'

export const handle = { title: 'services:list.title', service: 'services:service' } satisfies PageHandle

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const service = findService(context.portal, params.service ?? '', language)
  if (!service) throw new Response('not-found', { status: 404 })
  leadToNeutralPath(service, params.service)
  return { service, ...contentPageData(service, { kind: 'services', language }) }
}

/** One service: who it is for, how, what it takes, and where one begins – or the way to take until it is here. */
export default function ServicePage() {
  const { service, review } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const { state, flow, begin, also, ways, price, time } = service
  return (
    <div className="stack">
      {service.isSensitive ? <LeaveQuickly /> : null}
      <StepHeading title={service.title} lead={service.summary} back={`/${language}/services`} />
      <LateNotice {...review} />
      <div className="stack-small">
        {flow && begin ? (
          <div>
            <Button asChild>
              <a href={flow}>{begin}</a>
            </Button>
          </div>
        ) : null}
        {state === 'here' ? null : (
          <Notice color="info">
            <Paragraph>{t(`services:${state}`)}</Paragraph>
          </Notice>
        )}
        {state === 'coming' ? <WayList ways={ways} /> : null}
        {also.length > 0 ? (
          <ul className="links">
            {also.map(({ path, title }) => (
              <li key={path}>
                <a className="ds-link" href={path}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Part title={t('services:part.who')}>
        <TextList texts={service.who} as="text" />
      </Part>
      <Part title={t('services:part.how')}>
        <TextList texts={service.how} as="steps" />
      </Part>
      <Part title={t('services:part.need')}>
        <TextList texts={service.need} />
      </Part>
      <Part title={t('services:part.price')}>
        <RuleFacts rules={price.rules} />
        <TextList texts={price.notes} as="text" />
      </Part>
      <Part title={t('services:part.time')}>
        <RuleFacts rules={time.rules} />
        <TextList texts={time.notes} as="text" />
      </Part>
      <Part title={t('services:part.after')}>
        <TextList texts={service.after} as="text" />
      </Part>
      <Part title={t('services:part.languages')}>
        <TextList texts={service.languages} as="text" />
      </Part>
      {state === 'coming' ? null : (
        <Part title={t('services:part.ways')}>
          <WayList ways={ways} />
        </Part>
      )}
      <Part title={t('services:part.related')}>
        <PageRows rows={service.related} />
      </Part>
      <ReviewLine {...review} />
    </div>
  )
}
