import { Heading, Link } from '@digdir/designsystemet-react'
import { SaidList, type SaidWords } from './said-list.tsx'
import { useTexts } from './use-texts.ts'

/** What goes along from the guide and who will see it, before it is sent. `without`: the same page without it. */
export function SaidNotice({ said, without }: { said: SaidWords; without: string }) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="said">
      <Heading level={2} data-size="xs" id="said">
        {t('guide:said.title')}
      </Heading>
      <SaidList said={said} />
      <p className="hint">{t('guide:said.seen')}</p>
      <p className="links">
        <Link href={without}>{t('guide:said.leaveOut')}</Link>
      </p>
    </section>
  )
}
