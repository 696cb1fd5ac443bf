import { Button, Heading } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { GOT_THERE, type GuideCount } from '#app/domain/channels/guide-count.ts'

/** "Did you get there?": one press, counted and nothing else. */
export function GotThereForm({ need }: { need: GuideCount['need'] }) {
  const { t, language } = useTexts()
  return (
    <section className="stack-small no-print" aria-labelledby="got-there">
      <Heading level={2} data-size="sm" id="got-there">
        {t('guide:gotThere.title')}
      </Heading>
      <p>{t('guide:gotThere.lead')}</p>
      <form method="post" action={`/${language}/guide/got-there`} className="actions">
        <input type="hidden" name="need" value={need} />
        {GOT_THERE.map((answer) => (
          <Button key={answer} type="submit" variant="secondary" name="answer" value={answer}>
            {t(`guide:gotThere.${answer}`)}
          </Button>
        ))}
      </form>
    </section>
  )
}
