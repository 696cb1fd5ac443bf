import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatList } from '#app/i18n/format.ts'
import type { WayWords } from './outcome-card.tsx'

/** What must be known before a way is tried. */
const HINTS = ['text-1412', 'emergency-sms', 'write-contact'] as const

/** The other ways that work too: at least one of all is for people without an electronic ID. Apart: what is to come. */
export function OtherWays({ ways }: { ways: readonly WayWords[] }) {
  const { t, language } = useTexts()
  const later = ways.filter(({ isHere }) => !isHere).map(({ id }) => t(`channels:way.${id}`))
  return (
    <section className="stack-small" aria-labelledby="other-ways">
      <Heading level={2} data-size="sm" id="other-ways">
        {t('guide:outcome.others')}
      </Heading>
      <ul className="rows">
        {ways
          .filter(({ isHere }) => isHere)
          .map(({ id, href, phone, login }) => {
            const hint = HINTS.find((one) => one === id)
            const facts = [
              hint ? t(`channels:hint.${hint}`) : null,
              phone,
              login === 'needed' ? t('guide:takes.login-needed') : null,
            ].filter((fact) => fact !== null)
            const words = (
              <>
                <span className={href ? 'row-title' : 'row-plain'}>{t(`channels:way.${id}`)}</span>
                {facts.length > 0 ? (
                  <>
                    <Pause />
                    <span>{facts.join(' ')}</span>
                  </>
                ) : null}
              </>
            )
            return (
              <li key={id}>
                {href ? (
                  <a className="row-link" href={href}>
                    {words}
                  </a>
                ) : (
                  <div className="row-without-link">{words}</div>
                )}
              </li>
            )
          })}
      </ul>
      {later.length > 0 ? (
        <Paragraph data-size="sm">
          {t('guide:outcome.later', { ways: formatList(later, language) })}
        </Paragraph>
      ) : null}
    </section>
  )
}
