import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RoleMatrix } from '#app/components/staff/role-matrix.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { ROLES } from '#app/domain/identity/role.ts'
import { changeRole, listStaff } from '#app/use-cases/change-roles.server.ts'
import { scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'
import { roleForm } from './role-form.ts'
import { unitName } from './unit-name.ts'
import { unitsByName } from './units-by-name.ts'

export const handle = { title: 'staff:roles.title', service: 'staff:service' } satisfies PageHandle

const TOLD = ['given', 'taken'] as const

export async function loader(args: LoaderFunctionArgs) {
  const staff = await staffOf(args, 'see-roles')
  const { portal } = args.context
  const language = languageOf(args.params)
  const members = await listStaff(portal, staff.scope)
  return {
    mayChange: scopeOfStaff(staff, 'change-roles') !== null,
    told: TOLD.find((told) => told === new URL(args.request.url).searchParams.get('told')) ?? null,
    units: unitsByName(portal.catalogue, language),
    members: members.map(({ id, name, grants }) => ({
      ...{ id, name },
      grants: grants.map(({ role, unit }) => ({
        ...{ role, unit },
        unitName: unitName(portal.catalogue, unit, language),
      })),
    })),
  }
}

/** Gives or takes a role; only who may change roles. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const { member } = await staffOf(args, 'change-roles')
  const form = roleForm(posted)
  const changed = form
    ? await changeRole(args.context.portal, member, form)
    : ({ ok: false, reason: 'unknown-unit' } as const)
  const told = form?.isGiven ? 'given' : 'taken'
  if (changed.ok) return redirect(`/${languageOf(args.params)}/staff/roles?told=${told}`)
  const typed = (name: string) => String(posted.get(name) ?? '')
  const values = { unit: typed('unit'), staff: typed('staff'), role: typed('role') }
  return data({ errors: { unit: `validation:role.${changed.reason}` } as const, ...values }, { status: 400 })
}

/** Who is what, and what each may do. */
export default function RolesPage() {
  const { members, mayChange, told, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={answer?.errors} />
      {told && !answer ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t(`staff:roles.${told}`)}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading title={t('staff:roles.title')} lead={t('staff:roles.lead')} back={`/${language}/staff`} />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('staff:roles.matrix')}
        </Heading>
        <RoleMatrix />
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('staff:roles.people')}
        </Heading>
        <ScrollBox label={t('staff:roles.people')}>
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('staff:roles.name')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:roles.role')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {members.map(({ id, name, grants }) => (
                <Table.Row key={id}>
                  <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
                  <Table.Cell>
                    {grants.map(({ role, unit, unitName }) => (
                      <form key={`${role} ${unit}`} method="post">
                        <input type="hidden" name="staff" value={id} />
                        <input type="hidden" name="role" value={role} />
                        <input type="hidden" name="unit" value={unit} />
                        {[t(`staff:role.${role}`), unitName].filter(Boolean).join(', ')}
                        {mayChange ? (
                          <Button
                            type="submit"
                            name="then"
                            value="take"
                            variant="tertiary"
                            data-size="sm"
                            aria-label={t('staff:roles.takeFrom', { role: t(`staff:role.${role}`), name })}
                          >
                            {t('staff:roles.take')}
                          </Button>
                        ) : null}
                      </form>
                    ))}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      </section>
      {mayChange ? (
        <section className="stack-small">
          <Heading level={2} data-size="sm">
            {t('staff:roles.give')}
          </Heading>
          <Paragraph>{t('staff:roles.giveHint')}</Paragraph>
          <form method="post" className="stack-small" noValidate>
            <SelectField
              id="staff"
              label={t('staff:roles.name')}
              choices={members.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={answer?.staff ?? ''}
            />
            <SelectField
              id="role"
              label={t('staff:roles.role')}
              choices={ROLES.map((role) => ({ value: role, label: t(`staff:role.${role}`) }))}
              value={answer?.role ?? ''}
            />
            <SelectField
              id="unit"
              label={t('staff:roles.unit')}
              choices={[{ value: '', label: t('staff:reach.country') }]}
              groups={[
                { label: t('staff:roles.districts'), choices: units.districts },
                { label: t('staff:roles.offices'), choices: units.offices },
              ]}
              value={answer?.unit ?? ''}
              error={answer?.errors.unit}
            />
            <div className="actions">
              <Button type="submit" name="then" value="give">
                {t('staff:roles.give')}
              </Button>
            </div>
          </form>
        </section>
      ) : null}
    </div>
  )
}
