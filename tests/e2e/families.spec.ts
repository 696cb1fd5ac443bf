import { expect, type Page } from '@playwright/test'
import { allOf } from '#app/components/passport/all-of.ts'
import { formatKroner, formatList } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import { arriveBy } from './support/arrive.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { anEmail } from './support/contact.ts'
import { officeName } from './support/database.ts'
import { answer, chooseByArrows, follow, press, tabTo } from './support/keyboard.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'

/** Two adults and two children; a passport costs 840 kroner from 16 years and 510 below. */
const FEES = 2 * 840 + 2 * 510
const NAMES = ['Kari Nordmann', 'Ola Nordmann', 'Liv Nordmann', 'Per Nordmann']

const FAMILY = [aPerson(), aPerson(), aChild(), { ...aChild(), ageGroup: '0-4' as const }]
const NOBODY_COMES = { ...aChild('has-consented', 'has-consented'), ageGroup: '0-4' as const }

test.describe('without JavaScript, by keyboard alone', () => {
  for (const language of LANGUAGES) {
    const t = translator(language)
    const isNarrow = language === 'nb'
    /** "ferdige ca. 10.20" */
    const finished = `${t('people:times.until', { until: '' })}\\d\\d[.:]\\d\\d`

    test.describe(language, () => {
      test.use({ javaScriptEnabled: false, ...(isNarrow ? { viewport: { width: 320, height: 640 } } : {}) })

      test(`a family of four books although a consent is missing (${language})`, async ({ page }) => {
        test.slow()
        await page.goto(`/${language}`)
        await follow(page, page.getByRole('link', { name: t('front:passport.title') }))
        await follow(page, page.getByRole('link', { name: t('passport:about.book'), exact: true }))

        await isOn(page, t('passport:who.title'))
        await answer(page, t('passport:who.age'), t('passport:age.18+'))
        await answer(page, t('passport:who.document'), t('passport:document.passport'))
        await press(page, t('people:form.add'))
        for (const [number, age] of [
          [2, '18+'],
          [3, '5-9'],
        ] as const) {
          await isOn(page, t('passport:who.titleNext', { number }))
          await answer(page, t('passport:who.age'), t(`passport:age.${age}`))
          await press(page, t('people:form.add'))
        }
        await answer(page, t('passport:who.age'), t('passport:age.0-4'))
        await expect(
          page.getByRole('radio', { name: t('passport:document.passport'), exact: true }),
        ).toBeChecked()
        await press(page, t('passport:who.submit'))

        await isOn(page, t('people:guardians.title', { count: 2 }))
        await answer(page, t('people:guardians.first'), t('people:guardians.answer.comes-along'))
        await answer(page, t('people:guardians.second'), t('people:guardians.answer.missing'))
        await press(page, t('people:guardians.submit'))

        await isOn(page, t('passport:where.title'))
        const child = (number: number, age: '5-9' | '0-4') =>
          t('people:guardians.child', { number, age: t(`passport:age.${age}`) })
        await expectConsentNotice(page, [child(3, '5-9'), child(4, '0-4')])
        await expect(page.getByRole('region', { name: t('people:takes.title') })).toContainText(
          formatKroner(FEES, language, t),
        )
        await tabTo(page, page.getByRole('textbox', { name: t('passport:where.label') }))
        await page.keyboard.type('1337')
        await arriveBy(page, () => page.keyboard.press('Enter'))

        const best = page.getByRole('region', { name: t('passport:office.best') }).getByRole('link')
        await expect(best.first()).toContainText(new RegExp(`${allOf(4, t)}, ${finished}`))
        await follow(page, best.first())

        await expect(page).toHaveTitle(new RegExp(`^${t('passport:when.pageTitle')}`))
        await expect(page.getByRole('main')).toContainText(t('people:times.lead', { all: allOf(4, t) }))
        const times = page.getByRole('radio')
        const ofFour = page.getByRole('radio', {
          name: new RegExp(`, ${allOf(4, t)},\\s*${finished}`),
        })
        await expect(ofFour).toHaveCount(await times.count())
        await tabTo(page, times.first())
        await chooseByArrows(page, times.nth(1))
        await press(page, t('passport:when.submit'))

        await isOn(page, t('passport:contact.title'))
        for (const [index, age] of (['18+', '18+', '5-9', '0-4'] as const).entries()) {
          const label = t('people:names.of', { number: index + 1, age: t(`passport:age.${age}`) })
          await tabTo(page, page.getByRole('textbox', { name: label }))
          await page.keyboard.type(NAMES[index] ?? '')
        }
        await tabTo(page, page.getByRole('textbox', { name: t('passport:contact.email'), exact: true }))
        await page.keyboard.type(anEmail())
        await press(page, t('passport:contact.submit'))

        await isOn(page, t('passport:review.title'))
        await expectWhole(page)
        await press(page, t('passport:review.submit'))
        await isOn(page, t('appointments:receipt.title'))
        await expectWhole(page, 'booked')
        await follow(page, page.getByRole('link', { name: t('appointments:receipt.link') }))
        await isOn(page, t('appointments:see.title'))
        await expectWhole(page, 'booked')
      })

      /** That the consent is missing, for whom, how it is mended, and that it stands in nobody's way. */
      async function expectConsentNotice(
        page: Page,
        names: string[],
        booked: 'mayBook' | 'booked' = 'mayBook',
      ): Promise<void> {
        const main = page.getByRole('main')
        await expect(main.getByRole('heading', { name: t('people:consent.title') })).toHaveCount(1)
        await expect(main).toContainText(t('people:consent.who', { names: formatList(names, language) }))
        await expect(main).toContainText(t('people:consent.mend'))
        await expect(main).toContainText(t(`people:consent.${booked}`))
      }

      /** Everything about the family: names, times, guardians, the sum, and what to bring for whom. */
      async function expectWhole(page: Page, booked?: 'booked'): Promise<void> {
        const main = page.getByRole('main')
        const children = NAMES.slice(2)
        await expectConsentNotice(page, children, booked)
        for (const name of NAMES) await expect(main).toContainText(name)
        await expect(main).toContainText(t('people:guardians.said.missing'))
        await expect(main).toContainText(formatKroner(FEES, language, t))
        await expect(main.getByText(new RegExp(`^${allOf(4, t)} .+, ${finished}`))).toHaveCount(1)
        for (const [thing, names] of [
          ['old-passport', NAMES],
          ['guardian-identification', children],
        ] as const) {
          const words = t(`people:bring.${thing}`, { names: formatList(names, language) })
          await expect(main.getByRole('listitem').filter({ hasText: words })).toHaveCount(1)
        }
        await expect(main).not.toContainText(
          new RegExp(t('people:bring.proof-of-responsibility', { names: '.+' })),
        )
      }
    })
  }
})

for (const language of LANGUAGES) {
  test(`every page of a family (${language})`, async ({ page, portal }) => {
    test.slow()
    const t = translator(language)
    const citizen = aCitizen(portal, language)
    const book = `/${language}/passport/book`
    const check = (step: number) => ({ language, service: 'passport', step, of: 7 }) as const
    await page.goto(`${book}/who?${answersQuery(...FAMILY)}`)
    await verifyOnPage(page, t('passport:who.titleList'), check(1))
    await page.getByRole('link', { name: t('people:list.add') }).click()
    await verifyOnPage(page, t('passport:who.titleNext', { number: 5 }), check(1))
    await page.goto(`${book}/guardians?${answersQuery(...FAMILY)}`)
    await verifyOnPage(page, t('people:guardians.title', { count: 2 }), check(2))
    await page.goto(`${book}/guardians?${answersQuery(...FAMILY)}&each=1`)
    await verifyOnPage(page, t('people:guardians.title', { count: 2 }), check(2))
    await page.goto(`${book}/where?${answersQuery(...FAMILY, aChild('missing', 'sole'))}`)
    await verifyOnPage(page, t('passport:where.title'), check(3))
    await page.goto(`${book}/office?${answersQuery(...FAMILY)}&at=post-9008`)
    await verifyOnPage(page, t('passport:office.titleNear', { place: '9008 Tromsø' }), {
      ...check(4),
      title: t('passport:office.pageTitle'),
    })
    await page.goto(citizen.timePath(OFFICES.large, { people: FAMILY }))
    await verifyOnPage(page, t('passport:when.title', { office: officeName(portal, OFFICES.large) }), {
      ...check(5),
      title: t('passport:when.pageTitle'),
    })
    await chooseTime(page, 0, language)
    await verifyOnPage(page, t('passport:contact.title'), check(6))
    await page.getByRole('button', { name: t('passport:contact.submit') }).click()
    await verifyOnPage(page, t('passport:contact.title'), { ...check(6), failed: true })
    const secret = await citizen.holdWithContact(OFFICES.large, {
      people: [...FAMILY.slice(0, 3), NOBODY_COMES],
      contact: { names: NAMES },
    })
    await page.goto(`${book}/${secret}/review`)
    await verifyOnPage(page, t('passport:review.title'), check(7))
    await page.getByRole('button', { name: t('passport:review.submit') }).click()
    await verifyOnPage(page, t('appointments:receipt.title'), { language, service: 'passport' })
    await page.getByRole('link', { name: t('appointments:receipt.link') }).click()
    await verifyOnPage(page, t('appointments:see.title'), { language, service: 'appointments' })
  })
}

test('children who have different guardians are asked about one by one', async ({ page, portal }) => {
  const unanswered = FAMILY.map((person) => ({ ...person, guardians: null }))
  await page.goto(`${BOOK}/guardians?${answersQuery(...unanswered)}`)
  await page.getByRole('link', { name: t('people:guardians.separate') }).click()
  const choose = async (question: 'firstOf' | 'secondOf', number: number, choice: string) =>
    page
      .getByRole('group', { name: t(`people:guardians.${question}`, { number }) })
      .getByRole('radio', { name: choice })
      .check()
  await choose('firstOf', 3, t('people:guardians.answer.comes-along'))
  await choose('secondOf', 3, t('people:guardians.answer.sole'))
  await choose('firstOf', 4, t('people:guardians.answer.has-consented'))
  await choose('secondOf', 4, t('people:guardians.answer.has-consented'))
  await page.getByRole('button', { name: t('people:guardians.submit') }).click()

  const main = page.getByRole('main')
  const notice = main.locator('.notice')
  await expect(notice.getByRole('heading')).toHaveText([t('people:consent.nobody')])
  const alone = t('people:guardians.child', { number: 4, age: t('passport:age.0-4') })
  await expect(notice).toContainText(t('people:consent.nobodyMend', { names: alone }))
  const answered = [aPerson(), aPerson(), aChild('comes-along', 'sole'), NOBODY_COMES]
  expect(new URL(page.url()).search).toBe(`?${answersQuery(...answered)}`)
  await notice.getByRole('link', { name: t('people:consent.change') }).click()
  const second = page.getByRole('group', { name: t('people:guardians.secondOf', { number: 3 }) })
  await expect(second.getByRole('radio', { name: t('people:guardians.answer.sole') })).toBeChecked()

  const secret = await aCitizen(portal).book(OFFICES.large, { people: answered, contact: { names: NAMES } })
  await page.goto(`${BOOK}/${secret}/receipt`)
  const [, , liv = '', per = ''] = NAMES
  const proof = t('people:bring.proof-of-responsibility', { names: liv })
  await expect(main.getByRole('listitem').filter({ hasText: proof })).toHaveCount(1)
  await expect(main).toContainText(t('people:consent.nobodyMend', { names: per }))
  await expect(main).toContainText(t('people:guardians.answer.sole'))
})
