import { Link as DsLink, Paragraph, SkipLink } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { AccountBar, type Account } from '#app/components/account-bar.tsx'
import { CallText } from '#app/components/call-text.tsx'
import { HelpingStrip, type HelpingData } from '#app/components/helping-strip.tsx'
import { SessionEnd } from '#app/components/session-end.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { Notice } from '#app/components/notice.tsx'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'

type Props = {
  language: Language
  demo: boolean
  account: Account | null
  /** They were logged in until their time was over. */
  hasEnded: boolean
  location: { pathname: string; search: string }
  /** A screen that many use: nothing leads away from its page, and nobody logs in. */
  isWall: boolean
  isWide?: boolean
  /** A member of staff goes through the page for somebody. */
  helping: HelpingData | null
  children: ReactNode
}

/** Header, notice, main and footer of every page. */
export function Shell({
  language,
  demo,
  account,
  hasEnded,
  location,
  isWall,
  isWide,
  helping,
  children,
}: Props) {
  const { t } = useTexts()
  const brand = (
    <>
      <svg
        className="brand-mark"
        viewBox="0 0 32 32"
        width="28"
        height="28"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="16" cy="16" r="15" />
        <path d="M9 16.5 14 21.5 23 11" />
      </svg>
      {t('common:portalName')}
    </>
  )
  return (
    <>
      <SkipLink href="#main">{t('common:skipToContent')}</SkipLink>
      <header className="site-header">
        <div className="wide row">
          {isWall ? (
            <p className="brand">{brand}</p>
          ) : (
            <a className="brand" href={`/${language}`}>
              {brand}
            </a>
          )}
          <nav aria-label={t('common:languageMenu')}>
            <ul className="language-menu">
              {LANGUAGES.map((other) => (
                <li key={other}>
                  <a
                    href={inLanguage(other, location)}
                    lang={other}
                    hrefLang={other}
                    aria-current={other === language ? 'true' : undefined}
                  >
                    {translator(other)('common:languageName')}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {isWall ? null : <AccountBar account={account} location={location} />}
        </div>
      </header>
      {demo ? (
        <aside className="demo" aria-label={t('common:demo.title')}>
          <p className="wide">
            <strong>{`${t('common:demo.title')}.`}</strong>
            {` ${t('common:demo.body')}`}
          </p>
        </aside>
      ) : null}
      {helping ? <HelpingStrip {...helping} /> : null}
      <main id="main" tabIndex={-1}>
        <div className={isWide ? 'full' : 'narrow'}>
          {account?.isSoon ? (
            <Notice color="warning">
              <Paragraph>{t('login:soon', { time: account.until })}</Paragraph>
            </Notice>
          ) : null}
          {hasEnded ? (
            <Notice color="info">
              <Paragraph>{t('login:ended')}</Paragraph>
            </Notice>
          ) : null}
          {children}
        </div>
      </main>
      {account?.kind === 'citizen' ? <SessionEnd account={account} /> : null}
      <footer className="site-footer">
        <div className="wide">
          <Paragraph>
            <strong>
              {isWall ? t('common:footer.emergency') : <CallText text={t('common:footer.emergency')} />}
            </strong>
          </Paragraph>
          <Paragraph>
            {isWall ? t('common:footer.call') : <CallText text={t('common:footer.call')} />}
          </Paragraph>
          {isWall ? null : <FooterLinks language={language} />}
          {isWall ? null : <Paragraph data-size="sm">{t('common:footer.outlines')}</Paragraph>}
        </div>
      </footer>
    </>
  )
}

function FooterLinks({ language }: { language: Language }) {
  const { t } = useTexts()
  return (
    <nav aria-label={t('common:footer.label')}>
      <ul className="footer-links">
        <li>
          <DsLink href={`/${language}/appointments`}>{t('common:header.myAppointment')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/services`}>{t('services:list.title')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/offices`}>{t('common:footer.offices')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/accessibility`}>{t('common:footer.accessibility')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/privacy`}>{t('common:footer.privacy')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/about-data`}>{t('common:footer.data')}</DsLink>
        </li>
        <li>
          <DsLink href={`/${language}/open-data`}>{t('common:footer.openData')}</DsLink>
        </li>
      </ul>
    </nav>
  )
}

/** The same page in another language. */
function inLanguage(language: Language, { pathname, search }: Props['location']): string {
  const rest = pathname.split('/').slice(2).join('/')
  const known = LANGUAGES.some((known) => known === pathname.split('/')[1])
  return known ? `/${language}${rest ? `/${rest}` : ''}${search}` : `/${language}`
}
