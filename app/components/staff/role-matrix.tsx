import { Heading, Table } from '@digdir/designsystemet-react'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { PERMISSIONS, ROLE_MATRIX } from '#app/domain/identity/permission.ts'
import { REACH_OF_ROLE, ROLES } from '#app/domain/identity/role.ts'

/**
 * Which role may do what, and how far it reaches; drawn from the same data that decides. A table where there is room
 * for every column, else a list for each role.
 */
export function RoleMatrix() {
  const { t } = useTexts()
  return (
    <>
      <div className="matrix-wide">
        <ScrollBox label={t('staff:roles.matrix')}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('staff:roles.may')}</Table.HeaderCell>
                {ROLES.map((role) => (
                  <Table.HeaderCell key={role} scope="col">
                    {t(`staff:role.${role}`)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {PERMISSIONS.map((permission) => (
                <Table.Row key={permission}>
                  <Table.HeaderCell scope="row">{t(`staff:permission.${permission}`)}</Table.HeaderCell>
                  {ROLES.map((role) => (
                    <Table.Cell key={role}>
                      {ROLE_MATRIX[role].includes(permission)
                        ? t(`staff:reach.${REACH_OF_ROLE[role]}`)
                        : t('staff:reach.none')}
                    </Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      </div>
      <div className="matrix-narrow stack-small">
        {ROLES.map((role) => (
          <section key={role} className="stack-small">
            <Heading level={3} data-size="2xs">
              {`${t(`staff:role.${role}`)}: ${t(`staff:reach.${REACH_OF_ROLE[role]}`)}`}
            </Heading>
            {ROLE_MATRIX[role].length === 0 ? <p>{t('staff:roles.nothing')}</p> : null}
            <ul>
              {ROLE_MATRIX[role].map((permission) => (
                <li key={permission}>{t(`staff:permission.${permission}`)}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
