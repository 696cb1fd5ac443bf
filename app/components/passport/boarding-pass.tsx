import { Heading } from '@digdir/designsystemet-react'
import { GroupTime, type GroupTimeData } from '#app/components/passport/group-time.tsx'
import { Pause } from '#app/components/pause.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { inGroups, type Moment } from '#app/i18n/format.ts'

export type BoardingPassData = {
  moment: Moment
  group: GroupTimeData | null
  officeName: string
  address: string | null
  postalPlace: string | null
  reference: string
  checkInCode: string
  qr: number[][]
}

/** Time and place as large as on a boarding pass, with what is needed to be found and to check in. */
export function BoardingPass({
  moment,
  group,
  officeName,
  address,
  postalPlace,
  reference,
  checkInCode,
  qr,
}: BoardingPassData) {
  const { t } = useTexts()
  const code = inGroups(checkInCode)
  return (
    <section className="boarding-pass" aria-labelledby="pass-time">
      <div className="boarding-pass-main">
        <Heading level={2} data-size="md" id="pass-time">
          <time dateTime={moment.iso}>
            <span className="pass-time">{moment.time}</span>
            <Pause />
            <span>{moment.day}</span>
          </time>
        </Heading>
        <GroupTime group={group} from={moment.time} />
        <dl>
          <div>
            <dt>{t('appointments:pass.office')}</dt>
            <dd>{officeName}</dd>
          </div>
          <div>
            <dt>{t('appointments:pass.address')}</dt>
            <dd>
              {address
                ? [address, postalPlace].filter(Boolean).join(', ')
                : t('appointments:pass.addressUnknown')}
            </dd>
          </div>
          <div>
            <dt>{t('appointments:pass.reference')}</dt>
            <dd>
              <span className="code">{inGroups(reference)}</span>
              <Pause />
              <span className="hint">{t('appointments:pass.referenceHint')}</span>
            </dd>
          </div>
        </dl>
      </div>
      <div className="boarding-pass-stub">
        <QrCode modules={qr} label={t('appointments:pass.qr', { code })} />
        <dl>
          <div>
            <dt>{t('appointments:pass.checkIn')}</dt>
            <dd>
              <span className="code">{code}</span>
              <Pause />
              <span className="hint">{t('appointments:pass.checkInHint')}</span>
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
