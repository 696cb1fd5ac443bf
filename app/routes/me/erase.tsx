import { Button, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { eraseMine } from '#app/use-cases/erase-mine.server.ts'
import { languageOf } from '../request-language.ts'
import { citizenOf } from '../logged-in.ts'

export const handle = { title: 'me:erase.title', service: 'me:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  await citizenOf(args, 'high')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { keys, session } = await citizenOf(args, 'high')
  const { erased, waiting } = await eraseMine(args.context.portal, session, keys)
  const told = new URLSearchParams({
    erase: erased > 0 ? 'done' : 'nothing',
    ...(waiting > 0 ? { waiting: String(waiting) } : {}),
  })
  return redirect(`/${languageOf(args.params)}/me?${told}`)
}

/** Asks once: what is erased cannot come back. */
export default function ErasePage() {
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('me:erase.title')} back={`/${language}/me`} />
      <Paragraph>{t('me:erase.body')}</Paragraph>
      <form method="post" className="actions">
        <Button type="submit" data-color="danger">
          {t('me:erase.submit')}
        </Button>
      </form>
    </div>
  )
}
