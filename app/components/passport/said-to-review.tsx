import { Button } from '@digdir/designsystemet-react'
import { SaidList, type SaidWords } from '#app/components/said-list.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** What goes along from the guide, who will see it, and a way to leave it out: posted to the page itself. */
export function SaidToReview({ said }: { said: SaidWords }) {
  const { t } = useTexts()
  return (
    <form method="post" className="stack-small">
      <SaidList said={said} />
      <p className="hint">{t('guide:said.seen')}</p>
      <div>
        <Button type="submit" name="then" value="leave-out" variant="secondary" data-size="sm">
          {t('guide:said.leaveOut')}
        </Button>
      </div>
    </form>
  )
}
