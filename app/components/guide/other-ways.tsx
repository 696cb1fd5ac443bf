import { Heading } from '@digdir/designsystemet-react'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { WayWords } from './outcome-card.tsx'

/** The other ways that work too: at least one of all is for people without an electronic ID. */
export function OtherWays({ ways }: { ways: readonly WayWords[] }) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="other-ways">
      <Heading level={2} data-size="sm" id="other-ways">
        {t('guide:outcome.others')}
      </Heading>
      <ul className="rows">
        {ways.map(({ id, href, phone, isHere, login }) => {
          const facts = isHere
            ? [phone, login === 'needed' ? t('guide:takes.login-needed') : null]
                .filter((fact) => fact !== null)
                .join(' ')
            : t('guide:outcome.notHere')
          const words = (
            <>
              <span className={href ? 'row-title' : 'row-plain'}>{t(`channels:way.${id}`)}</span>
              {facts ? (
                <>
                  <Pause />
                  <span>{facts}</span>
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
    </section>
  )
}
