import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { memberOf } from '../visitor.ts'

export const handle = { title: 'staff:title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { member } = await memberOf(args)
  return { name: member.name }
}

export default function WorkbenchPage() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = useTexts()
  return <StepHeading title={t('staff:title')} lead={name} />
}
