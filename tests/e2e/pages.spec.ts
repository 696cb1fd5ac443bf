import { expect, type Page } from '@playwright/test'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import { clickThrough } from './support/arrive.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { exhaustHold, expireHold, letAppointmentPass, officeName } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { verifyOnPage } from './support/verify-on-page.ts'

type Visit = { page: Page; portal: TestPortal; language: Language; t: Translate }

const BOOK = 'passport/book'
const PERSON = answersQuery()

/** A day so far ahead that even a large office has most of its times left. */
const LATER = '2027-02-01'

/** Bokmål is looked at in light colours, nynorsk in dark ones, English as a browser comes. */
const COLOURS = { nb: 'light', nn: 'dark', en: 'no-preference' } as const

/** Every page; in each language. */
const PAGES: Record<string, (visit: Visit) => Promise<void>> = {
  async 'the front page'({ page, language, t }) {
    await page.goto(`/${language}`)
    await verifyOnPage(page, t('front:title'), { language })
  },
  async 'what it takes'({ page, language, t }) {
    await page.goto(`/${language}/passport`)
    await verifyOnPage(page, t('passport:about.title'), { language, service: 'passport' })
  },
  async 'who: empty, failed, filled'({ page, language, t }) {
    const check = { language, service: 'passport', step: 1 } as const
    await page.goto(`/${language}/${BOOK}/who`)
    await verifyOnPage(page, t('passport:who.title'), check)
    await page.getByRole('button', { name: t('passport:who.submit') }).click()
    await verifyOnPage(page, t('passport:who.title'), { ...check, failed: true })
    await page.goto(`/${language}/${BOOK}/who?${answersQuery(aPerson({ needs: ['interpreter'] }))}&edit=1`)
    await verifyOnPage(page, t('passport:who.title'), check)
  },
  async 'where: empty, failed'({ page, language, t }) {
    const check = { language, service: 'passport', step: 3, of: 7 } as const
    await page.goto(`/${language}/${BOOK}/where?${answersQuery(aChild())}`)
    await verifyOnPage(page, t('passport:where.title'), check)
    await page.getByRole('button', { name: t('passport:where.submit') }).click()
    await verifyOnPage(page, t('passport:where.title'), { ...check, failed: true })
  },
  async 'where: several places'({ page, language, t }) {
    await page.goto(`/${language}/${BOOK}/where?${PERSON}&typed=Vik`)
    await verifyOnPage(page, t('passport:where.several'), { language, service: 'passport', step: 2 })
  },
  async 'offices near a place'({ page, language, t }) {
    await page.goto(`/${language}/${BOOK}/office?${PERSON}&at=post-1337`)
    await verifyOnPage(
      page,
      t('passport:office.titleNear', { place: '1337 Sandvika' }),
      officeCheck(language, t),
    )
  },
  async 'times: the first days'({ page, portal, language, t }) {
    await page.goto(aCitizen(portal, language).timePath(OFFICES.large))
    await verifyOnPage(page, timeHeading(portal, OFFICES.large, t), timeCheck(language, t))
  },
  async 'contact: empty, failed'({ page, portal, language, t }) {
    const check = { language, service: 'passport', step: 5 } as const
    const secret = await aCitizen(portal, language).hold(OFFICES.large)
    await page.goto(`/${language}/${BOOK}/${secret}/contact`)
    await verifyOnPage(page, t('passport:contact.title'), check)
    await page.getByRole('textbox', { name: t('passport:contact.mobile') }).fill('12')
    await page.getByRole('button', { name: t('passport:contact.submit') }).click()
    await verifyOnPage(page, t('passport:contact.title'), { ...check, failed: true })
  },
  async 'review, receipt, appointment, cancel, cancelled'({ page, portal, language, t }) {
    const said = 'passport-lost_how-gone.was-lost_lost-document'
    const secret = await aCitizen(portal, language).holdWithContact(OFFICES.large, { said })
    await page.goto(`/${language}/${BOOK}/${secret}/review`)
    await expect(page.getByText(t('guide:said.seen'))).toBeVisible()
    await verifyOnPage(page, t('passport:review.title'), { language, service: 'passport', step: 6 })
    await page.getByRole('button', { name: t('passport:review.submit') }).click()
    await verifyOnPage(page, t('appointments:receipt.title'), { language, service: 'passport' })
    await page.getByRole('link', { name: t('appointments:receipt.link') }).click()
    await expect(page.getByText(t('channels:need.passport-lost.title'))).toBeVisible()
    await verifyOnPage(page, t('appointments:see.title'), { language, service: 'appointments' })
    await page.getByRole('link', { name: t('appointments:see.cancel') }).click()
    await verifyOnPage(page, t('appointments:cancel.title'), { language, service: 'appointments' })
    await page.getByRole('button', { name: t('appointments:cancel.submit') }).click()
    await verifyOnPage(page, t('appointments:see.cancelledTitle'), { language, service: 'appointments' })
    await page.getByRole('button', { name: t('appointments:see.restore') }).click()
    await verifyOnPage(page, t('appointments:see.title'), { language, service: 'appointments' })
  },
  async 'a lost link, the statements'({ page, language, t }) {
    await page.goto(`/${language}/appointments`)
    await verifyOnPage(page, t('appointments:lost.title'), { language, service: 'appointments' })
    await page.goto(`/${language}/accessibility`)
    await verifyOnPage(page, t('statements:accessibility.title'), { language })
    await page.goto(`/${language}/privacy`)
    await verifyOnPage(page, t('statements:privacy.title'), { language })
    await page.goto(`/${language}/about-data`)
    await verifyOnPage(page, t('statements:data.title'), { language })
  },
  async 'not found, unknown link'({ page, language, t }) {
    await page.goto(`/${language}/no-such-page`)
    await verifyOnPage(page, t('errors:notFound.title'), { language })
    await page.goto(`/${language}/appointments/${'a'.repeat(22)}`)
    await verifyOnPage(page, t('errors:unknownAppointment.title'), { language })
  },
}

/** States beyond those; in both written Norwegians. */
const STATES: Record<string, (visit: Visit) => Promise<void>> = {
  async 'where: every kind of failure'({ page, language, t }) {
    const check = { language, service: 'passport', step: 2, failed: true } as const
    for (const typed of ['90', '0000', 'Xyzzyplugh', 'x'.repeat(61)]) {
      await page.goto(`/${language}/${BOOK}/where?${PERSON}`)
      await page.getByRole('combobox', { name: t('passport:where.label') }).fill(typed)
      await page.getByRole('button', { name: t('passport:where.submit') }).click()
      await verifyOnPage(page, t('passport:where.title'), check)
    }
  },
  async 'where: similar places'({ page, language, t }) {
    await page.goto(`/${language}/${BOOK}/where?${PERSON}&typed=Sandvikka`)
    await verifyOnPage(page, t('passport:where.several'), { language, service: 'passport', step: 2 })
  },
  async 'offices: whole country, from a position, all, from Svalbard'({ page, language, t }) {
    const check = officeCheck(language, t)
    await page.goto(`/${language}/${BOOK}/office?${PERSON}&at=country`)
    await verifyOnPage(page, t('passport:office.titleCountry'), check)
    await page.goto(`/${language}/${BOOK}/office?${PERSON}&at=position-69.65,18.96`)
    await verifyOnPage(page, t('passport:office.titlePosition'), check)
    await page.goto(`/${language}/${BOOK}/office?${PERSON}&at=post-9008&all=1`)
    await verifyOnPage(page, t('passport:office.titleNear', { place: '9008 Tromsø' }), check)
    await page.goto(`/${language}/${BOOK}/office?${PERSON}&at=post-9170`)
    await verifyOnPage(page, t('passport:office.titleNear', { place: '9170 Longyearbyen' }), check)
  },
  async 'times: one day, later days, without a choice, a bus'({ page, portal, language, t }) {
    const check = timeCheck(language, t)
    const path = aCitizen(portal, language).timePath(OFFICES.large)
    const heading = timeHeading(portal, OFFICES.large, t)
    await page.goto(path)
    await clickThrough(page.getByRole('link', { name: t('passport:when.more'), exact: true }))
    await verifyOnPage(page, heading, check)
    await page.goto(`${path}&from=${LATER}`)
    await clickThrough(page.getByRole('link', { name: wholeDay(t) }).first())
    await verifyOnPage(page, heading, check)
    await page.getByRole('button', { name: t('passport:when.submit') }).click()
    await verifyOnPage(page, heading, { ...check, failed: true })
    await page.goto(aCitizen(portal, language).timePath(OFFICES.bus))
    await verifyOnPage(page, t('passport:when.titleBus', { office: officeName(portal, OFFICES.bus) }), check)
  },
  async 'times: a time that was lost, one that has passed, one that is held'({ page, portal, language, t }) {
    const citizen = aCitizen(portal, language)
    const path = citizen.timePath(OFFICES.large)
    const heading = timeHeading(portal, OFFICES.large, t)
    const [start] = (await citizen.timePage(OFFICES.large)).starts
    const check = { ...timeCheck(language, t), title: t('passport:when.lost.pageTitle') }
    await page.goto(`${path}&lost=${start}&why=slot-taken`)
    await verifyOnPage(page, heading, check)
    await page.goto(`${path}&lost=${start}&why=slot-passed`)
    await verifyOnPage(page, heading, check)
    await page.goto(`${path}&hold=${await citizen.hold(OFFICES.large)}`)
    await verifyOnPage(page, heading, timeCheck(language, t))
  },
  async 'contact and review: held no longer, held as long as may be'({ page, portal, language, t }) {
    const contact = { language, service: 'passport', step: 6, of: 7 } as const
    const review = { language, service: 'passport', step: 7, of: 7 } as const
    const secret = await aCitizen(portal, language).holdWithContact(OFFICES.large, { people: [aChild()] })
    exhaustHold(portal, secret)
    await page.goto(`/${language}/${BOOK}/${secret}/contact`)
    await verifyOnPage(page, t('passport:contact.title'), contact)
    await page.goto(`/${language}/${BOOK}/${secret}/review`)
    await verifyOnPage(page, t('passport:review.title'), review)
    expireHold(portal, secret)
    await page.goto(`/${language}/${BOOK}/${secret}/contact`)
    await verifyOnPage(page, t('passport:contact.title'), contact)
    await page.goto(`/${language}/${BOOK}/${secret}/review`)
    await verifyOnPage(page, t('passport:review.title'), review)
  },
  async 'an appointment without an address, one that was, too late to cancel'({ page, portal, language, t }) {
    const check = { language, service: 'appointments' } as const
    const secret = await aCitizen(portal, language).book(OFFICES.withoutAddress, {
      people: [
        { ...aChild(), document: 'passport-and-id-card-travel', needs: ['accessible', 'interpreter'] },
      ],
      contact: { email: '', neither: 'yes' },
    })
    await page.goto(`/${language}/${BOOK}/${secret}/receipt`)
    await verifyOnPage(page, t('appointments:receipt.title'), { language, service: 'passport' })
    letAppointmentPass(portal, secret)
    await page.goto(`/${language}/appointments/${secret}`)
    await verifyOnPage(page, t('appointments:see.pastTitle'), {
      ...check,
      title: t('appointments:see.pastTitle'),
    })
    await page.goto(`/${language}/appointments/${secret}/cancel`)
    await verifyOnPage(page, t('appointments:cancel.title'), check)
  },
  async 'a cancelled appointment that somebody else has taken'({ page, portal, language, t }) {
    const citizen = aCitizen(portal, language)
    const [start] = (await citizen.timePage(OFFICES.small)).starts
    const secret = await citizen.book(OFFICES.small, { start })
    await citizen.cancel(secret)
    await aCitizen(portal).hold(OFFICES.small, { start })
    await page.goto(`/${language}/appointments/${secret}`)
    await clickThrough(page.getByRole('button', { name: t('appointments:see.restore') }))
    await verifyOnPage(page, t('appointments:see.cancelledTitle'), { language, service: 'appointments' })
  },
}

// Several pages each, all of them read by axe.
test.describe.configure({ timeout: 180_000 })

for (const language of ['nb', 'nn', 'en'] as const) {
  test.describe(`every page in ${language}`, () => {
    test.use({ colorScheme: COLOURS[language] })
    for (const [name, visit] of Object.entries(PAGES)) {
      test(name, ({ page, portal }) => visit({ page, portal, language, t: translator(language) }))
    }
  })
}

for (const language of ['nb', 'nn'] as const) {
  test.describe(`every state in ${language}`, () => {
    test.use({ colorScheme: COLOURS[language] })
    for (const [name, visit] of Object.entries(STATES)) {
      test(name, ({ page, portal }) => visit({ page, portal, language, t: translator(language) }))
    }
  })
}

function officeCheck(language: Language, t: Translate) {
  return { language, service: 'passport', step: 3, title: t('passport:office.pageTitle') } as const
}

function timeCheck(language: Language, t: Translate) {
  return { language, service: 'passport', step: 4, title: t('passport:when.pageTitle') } as const
}

function timeHeading(portal: TestPortal, officeId: string, t: Translate): string {
  return t('passport:when.title', { office: officeName(portal, officeId) })
}

/** The words of the link to all times of a day, whatever day it is. */
function wholeDay(t: Translate): RegExp {
  const words = t('passport:when.allOfDay', { count: 1000, day: 'DAY' })
  return new RegExp(words.replace(/1.?000/, '\\d+').replace('DAY', '.*'))
}
