import { Heading } from '@digdir/designsystemet-react'
import { FactList, type FactRow } from '#app/components/fact-list.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Given, OfficeService } from '#app/domain/offices/place-rules.ts'
import type { FoundOfficeData } from './found-office.tsx'
import { queueWords } from './queue-words.ts'

type Props = Pick<FoundOfficeData, 'office' | 'municipality' | 'queue' | 'season'> & {
  municipalityNumber: string | null
  district: string
  services: readonly { service: OfficeService; given: Given }[]
  /** Where one takes a ticket now; null when one cannot. */
  queuePath: string | null
  phone: string | null
}

/** What is known of an office, one thing a line; what is not known is said to be so. */
export function OfficeFacts({
  office,
  municipality,
  municipalityNumber,
  district,
  services,
  queue,
  queuePath,
  season,
  phone,
}: Props) {
  const { t, language } = useTexts()
  const number = phone ?? '02800'
  const facts: (FactRow | null)[] = [
    {
      name: t('offices:facts.address'),
      value:
        office.address === null
          ? t('offices:facts.noAddress', { municipality })
          : [office.address, office.postalPlace].filter(Boolean).join(', '),
    },
    {
      name: t('offices:facts.phone'),
      value: number,
      change: { href: `tel:${number.replaceAll(' ', '')}`, text: t('offices:facts.call', { phone: number }) },
    },
    queue || queuePath
      ? {
          name: t('offices:facts.queue'),
          value: queue ? queueWords(queue, t) : t('offices:queue.open'),
          ...(queuePath ? { change: { href: queuePath, text: t('offices:facts.toQueue') } } : {}),
        }
      : null,
    season ? { name: t('offices:facts.season'), value: t('offices:row.season', { season }) } : null,
    {
      name: t('offices:facts.services'),
      value: (
        <ul>
          {services.map(({ service, given }) => (
            <li key={service}>{t(`offices:given.${given}`, { service: t(`offices:service.${service}`) })}</li>
          ))}
        </ul>
      ),
    },
    { name: t('offices:facts.access'), value: t('offices:facts.accessUnknown') },
    { name: t('offices:facts.languages'), value: t('offices:facts.languagesUnknown') },
    { name: t('offices:facts.municipality'), value: municipality },
    {
      name: t('offices:facts.district'),
      value: district,
      ...(municipalityNumber === null
        ? {}
        : {
            change: {
              href: `/${language}/contact/${municipalityNumber}`,
              text: t('offices:facts.contact'),
            },
          }),
    },
  ]
  return (
    <section className="stack-small" aria-labelledby="facts">
      <Heading level={2} data-size="sm" id="facts">
        {t('offices:facts.title')}
      </Heading>
      <FactList facts={facts.filter((fact) => fact !== null)} />
    </section>
  )
}
