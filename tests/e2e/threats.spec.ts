import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aPerson } from '#tests/support/builders.ts'
import { SCRIPT_PAYLOADS } from '#tests/support/script-payloads.ts'
import { clickThrough } from './support/arrive.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'

// By the numbers of security.md; those that need no browser are in tests/integration/threats.test.ts.

const t = translator('nb')
const PARTS = 8
const MOST_PEOPLE = 8
const TYPED_EVERY = 5
/** Every name that the pages read from an address. */
const PARAMETERS = [
  ...['person', 'at', 'typed', 'office', 'hold', 'change', 'told', 'weekday', 'within', 'hours'],
  ...['from', 'day', 'lost', 'why', 'all', 'edit', 'each', 'sequence', 'then'],
]
const SIZE = SCRIPT_PAYLOADS.length / PARTS

test('Threat 7: there are two hundred scripts to be kept out', () => {
  expect(new Set(SCRIPT_PAYLOADS).size).toBe(200)
})

for (let part = 0; part < PARTS; part += 1) {
  const payloads = SCRIPT_PAYLOADS.slice(part * SIZE, (part + 1) * SIZE)

  test(`Threat 7: no script runs from an address or a field (part ${part + 1} of ${PARTS})`, async ({
    page,
    portal,
  }) => {
    test.slow()
    const { dialogs, inline } = watchScripts(page)
    const citizen = aCitizen(portal)
    for (const [index, payload] of payloads.entries()) {
      const text = encodeURIComponent(payload)
      const segment = text.replaceAll('%2F', '')
      const query = PARAMETERS.map((name) => `${name}=${text}`).join('&')
      for (const path of [`/nb/${segment}`, `/${segment}/passport`, `/nb/appointments/${segment}?${query}`]) {
        const html = await (await citizen.get(path)).text()
        expect(payload.includes('<') && html.includes(payload), path).toBe(false)
      }
      await page.goto(`/nb/passport/book/where?${answersQuery()}&typed=${text}&${query}`)
      await inline()
      // The field leads to the address that was just opened; some go the whole way.
      if (index % TYPED_EVERY !== 0) continue
      await page.goto(`/nb/passport/book/where?${answersQuery()}`)
      await page.getByRole('combobox', { name: t('passport:where.label') }).fill(payload)
      await clickThrough(page.getByRole('button', { name: t('passport:where.submit') }))
      await inline()
    }
    // What people are called is shown again, in fields and as text, eight at a time.
    for (let first = 0; first < payloads.length; first += MOST_PEOPLE) {
      const names = payloads.slice(first, first + MOST_PEOPLE)
      const secret = await citizen.hold(OFFICES.large, { people: names.map(() => aPerson()) })
      await page.goto(`/nb/passport/book/${secret}/contact`)
      for (const [index, name] of names.entries()) await page.locator(`#name-${index + 1}`).fill(name)
      await page.locator('#email').fill('kari@eksempel.no')
      await clickThrough(page.getByRole('button', { name: t('passport:contact.submit') }))
      await inline()
      const isSaved = page.url().endsWith('/review')
      if (isSaved) await expect(page.getByRole('main')).toContainText(names[0]?.trim() ?? '')
      else await expect(page.locator('#name-1')).toHaveValue(names[0] ?? '')
    }
    expect(dialogs).toEqual([])
  })
}

/** Whoever asks something in a dialog was let in; so was a script or a handler that stands in the page. */
function watchScripts(page: Page): { dialogs: string[]; inline: () => Promise<void> } {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  async function inline(): Promise<void> {
    const found = await page.evaluate(() => {
      const scripts = [...document.querySelectorAll('script:not([src])')]
      const handlers = [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      )
      const targets = [...document.querySelectorAll('[href], [src], [action]')].filter((element) =>
        ['href', 'src', 'action'].some((name) =>
          /^\s*(javascript|data:text)/i.test(element.getAttribute(name) ?? ''),
        ),
      )
      return [...scripts, ...handlers, ...targets].map((element) => element.outerHTML.slice(0, 100))
    })
    expect(found, page.url()).toEqual([])
  }
  return { dialogs, inline }
}
