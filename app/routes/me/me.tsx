import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { citizenOf } from '../visitor.ts'

export const handle = { title: 'me:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await citizenOf(args)
  return { name: person?.name ?? null }
}

export default function MePage() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = useTexts()
  return <StepHeading title={t('me:service')} lead={name ?? ''} />
}
