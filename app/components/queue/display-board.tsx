import { Button } from '@digdir/designsystemet-react'
import type { DisplayView } from '#app/components/queue/display-view.ts'
import { RefreshLinks } from '#app/components/queue/refresh-links.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'

type Props = { view: DisplayView; officeName: string; path: string; isRefreshing: boolean }

type Call = DisplayView['calls'][number]

/**
 * The screen on the wall. What changes stands in elements with a `data-slot` or `data-list` of their own, which
 * app/enhancements/display-live.ts fills again from the same templates.
 */
export function DisplayBoard({ view, officeName, path, isRefreshing }: Props) {
  const { t } = useTexts()
  const alone = view.calls.filter(({ secondsAlone }) => secondsAlone > 0)
  return (
    <div
      className="display"
      id="display"
      data-live={`${path}/live`}
      data-color-scheme="dark"
      data-is-closed={view.closed !== null}
    >
      <header className="display-head">
        <h1>{t('display:title', { office: officeName })}</h1>
        <p data-slot="time">{view.time}</p>
      </header>
      <p
        className="display-stale"
        data-live-stale
        data-time={view.time}
        data-text={t('display:stale', { time: '{time}' })}
        hidden
      />
      <p className="display-delay" data-slot="delay" hidden={view.delay === null}>
        {view.delay}
      </p>
      <div className="display-alone" data-alone hidden={alone.length === 0}>
        <div data-list="alone">
          {alone.slice(0, 3).map((call) => (
            <AloneCall key={call.key} call={call} />
          ))}
        </div>
      </div>
      <div className="display-board">
        <section className="display-called" aria-labelledby="display-called">
          <h2 id="display-called">{t('display:called')}</h2>
          <p data-none="calls" hidden={view.calls.length > 0}>
            {t('display:nobodyCalled')}
          </p>
          <ul data-list="calls">
            {view.calls.map((call) => (
              <CallRow key={call.key} call={call} />
            ))}
          </ul>
        </section>
        <section className="display-next" aria-labelledby="display-next">
          <h2 id="display-next">{t('display:next')}</h2>
          <ul data-list="next">
            {view.next.map((label) => (
              <NextRow key={label} label={label} />
            ))}
          </ul>
          <p data-slot="waiting">{view.waiting}</p>
        </section>
        <section
          className="display-waits"
          aria-labelledby="display-waits"
          data-waits
          hidden={view.waits.length === 0}
        >
          <h2 id="display-waits">{t('display:waits')}</h2>
          <ul data-list="waits">
            {view.waits.map((wait) => (
              <WaitRow key={wait.name} {...wait} />
            ))}
          </ul>
        </section>
        <section className="display-closed" data-closed hidden={view.closed === null}>
          <h2>{t('display:closed')}</h2>
          <p data-slot="closed">{view.closed}</p>
        </section>
      </div>
      <footer className="display-foot">
        <p data-slot="updated">{view.updated}</p>
        <div data-live-sound hidden>
          <Button type="button" variant="secondary">
            {t('display:sound.turnOn')}
          </Button>
        </div>
        <p
          role="status"
          data-sound-status
          data-on={t('display:sound.isOn')}
          data-no-voice={t('display:sound.noVoice', { languages: '{languages}' })}
          data-languages={JSON.stringify(
            Object.fromEntries(LANGUAGES.map((one) => [one, translator(one)('common:languageName')])),
          )}
        />
        <RefreshLinks path={path} isRefreshing={isRefreshing} />
      </footer>
      <Templates />
    </div>
  )
}

const NOTHING: Call = { label: '', counter: '', key: '', secondsAlone: 0, language: 'nb', speech: '' }

/** What the script makes new rows of. */
function Templates() {
  return (
    <>
      <template id="display-alone-template">
        <AloneCall call={NOTHING} />
      </template>
      <template id="display-calls-template">
        <CallRow call={NOTHING} />
      </template>
      <template id="display-next-template">
        <NextRow label="" />
      </template>
      <template id="display-waits-template">
        <WaitRow name="" wait="" />
      </template>
    </>
  )
}

function AloneCall({ call: { label, counter } }: { call: Call }) {
  return (
    <p className="display-alone-call">
      <span className="display-number" data-part="label">
        {label}
      </span>
      <span data-part="counter">{counter}</span>
    </p>
  )
}

function CallRow({ call: { label, counter } }: { call: Call }) {
  return (
    <li>
      <span className="display-number" data-part="label">
        {label}
      </span>
      <span data-part="counter">{counter}</span>
    </li>
  )
}

function NextRow({ label }: { label: string }) {
  return (
    <li>
      <span className="display-number" data-part="label">
        {label}
      </span>
    </li>
  )
}

function WaitRow({ name, wait }: { name: string; wait: string }) {
  return (
    <li>
      <span data-part="name">{name}</span>
      <span className="display-number" data-part="wait">
        {wait}
      </span>
    </li>
  )
}
