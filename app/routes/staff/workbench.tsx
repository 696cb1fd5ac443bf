import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { languageOf } from '../request-language.ts'
import { memberOf } from '../logged-in.ts'
import { unitName } from './unit-name.ts'

export const handle = { title: 'staff:title', service: 'staff:service' } satisfies PageHandle

/** The pages of staff, and what each asks for. */
const PAGES = [
  { path: 'queue', title: 'staff:queue.title', permission: 'serve-queue' },
  { path: 'queue/arrive', title: 'queue:arrive.title', permission: 'serve-queue' },
  { path: 'queue/overview', title: 'queue-office:overview.title', permission: 'manage-queue' },
  { path: 'appointments', title: 'staff:appointments.title', permission: 'see-appointments' },
  { path: 'undelivered', title: 'staff:undelivered.title', permission: 'see-undelivered' },
  { path: 'limits', title: 'staff:limits.title', permission: 'lift-limit' },
  { path: 'roles', title: 'staff:roles.title', permission: 'see-roles' },
] as const

export async function loader(args: LoaderFunctionArgs) {
  const staff = await memberOf(args)
  const { portal } = args.context
  const language = languageOf(args.params)
  return {
    name: staff.member.name,
    grants: staff.member.grants.map(({ role, unit }) => ({
      role,
      unit: unitName(portal.catalogue, unit, language),
    })),
    pages: PAGES.filter(({ permission }) => scopeOfStaff(staff, permission) !== null).map(
      ({ path, title }) => ({
        path,
        title,
      }),
    ),
  }
}

/** Where staff begin: who they are, what they may do here. */
export default function WorkbenchPage() {
  const { name, grants, pages } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const roles = grants.map(({ role, unit }) => [t(`staff:role.${role}`), unit].filter(Boolean).join(', '))
  return (
    <div className="stack">
      <StepHeading
        title={t('staff:title')}
        lead={t('staff:workbench.who', { name, roles: roles.join('; ') })}
      />
      {pages.length > 0 ? (
        <ul className="links">
          {pages.map(({ path, title }) => (
            <li key={path}>
              <Link href={`/${language}/staff/${path}`}>{t(title)}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <Paragraph>{t('staff:workbench.nothing')}</Paragraph>
      )}
      <form method="post" action={`/${language}/staff/logout`} className="actions">
        <Button type="submit" variant="secondary" name="everywhere" value="yes">
          {t('me:sessions.logOut')}
        </Button>
      </form>
    </div>
  )
}
