import { Heading, Link } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmergencyBox } from '#app/components/guide/emergency-box.tsx'
import { NeedList } from '#app/components/guide/need-list.tsx'
import { WordsForm } from '#app/components/guide/words-form.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { NeedId } from '#app/domain/channels/need.ts'
import { guideToday } from '#app/use-cases/guide.server.ts'
import { needRows } from './guide/need-rows.ts'
import { languageOf } from './request-language.ts'

export const handle = { title: 'front:title' } satisfies PageHandle

/** What most come for; the rest is one press away. */
const OFTEN: readonly NeedId[] = ['theft', 'fraud', 'passport-lost', 'violence', 'case', 'tip', 'certificate']

export async function loader({ params, context: { portal } }: LoaderFunctionArgs) {
  return { often: needRows(languageOf(params), guideToday(portal), OFTEN) }
}

/** "Hva gjelder det?": danger first, then free words, then what most come for. */
export default function Front() {
  const { often } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <div className="step-heading">
        <Heading level={1} data-size="xl">
          {t('front:title')}
        </Heading>
      </div>
      <EmergencyBox />
      <WordsForm />
      <section className="stack-small" aria-labelledby="often">
        <Heading level={2} data-size="sm" id="often">
          {t('front:often')}
        </Heading>
        <ul className="rows">
          <li>
            <a className="row-link" href={`/${language}/passport`}>
              <span className="row-title">{t('front:passport.title')}</span>
              <Pause />
              <span>{t('front:passport.body')}</span>
            </a>
          </li>
          <li>
            <a className="row-link" href={`/${language}/appointments`}>
              <span className="row-title">{t('front:appointment.title')}</span>
              <Pause />
              <span>{t('front:appointment.body')}</span>
            </a>
          </li>
        </ul>
        <NeedList needs={often} />
      </section>
      <ul className="links">
        <li>
          <Link href={`/${language}/guide#list`}>{t('front:all')}</Link>
        </li>
        <li>
          <Link href={`/${language}/services`}>{t('front:services')}</Link>
        </li>
        <li>
          <Link href={`/${language}/offices`}>{t('front:offices')}</Link>
        </li>
        <li>
          <Link href="tel:02800">{t('front:call')}</Link>
        </li>
      </ul>
    </div>
  )
}
