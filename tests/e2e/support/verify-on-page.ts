import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { NAMESPACES, translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

type PageCheck = {
  language?: Language
  /** The page's part of the title, where it is not the heading. */
  title?: string
  step?: number
  /** How many steps the booking has: one more with children, for their guardians. */
  of?: 6 | 7
  service?:
    | 'passport'
    | 'appointments'
    | 'guide'
    | 'login'
    | 'me'
    | 'services'
    | 'staff'
    | 'queue'
    | 'tickets'
    | 'none'
  /** A form came back with errors. */
  failed?: boolean
  /** False for the page that stands alone when nothing else works; `wall` where nothing leads away (the kiosk). */
  shell?: boolean | 'wall'
}

type Colour = { r: number; g: number; b: number; alpha: number; parseString(text: string): Colour }

declare global {
  interface Window {
    axe: typeof axe & { commons: { color: { Color: { prototype: Colour } } } }
  }
}

/** Half as long as what the package exports: each page that is verified is sent it and reads it. */
const AXE_SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Every WCAG rule at A and AA that axe knows, and its best practices. No exceptions. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** There are no frames, and nothing but violations is looked at. */
const AXE: axe.RunOptions = {
  runOnly: { type: 'tag', values: RULES },
  resultTypes: ['violations'],
  iframes: false,
  selectors: false,
  preload: false,
}

/** A small phone, and what 1280 px are at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 }

/** Words that only the other written Norwegian has. */
export const FOREIGN_WORDS: Partial<Record<Language, RegExp>> = {
  nb: /(?<!\p{L})(ikkje|korleis|kva|kven|kvar|ein|eit|noko|nokon|frå|berre|meir|vere)(?!\p{L})/iu,
  nn: /(?<!\p{L})(ikke|jeg|hvordan|hvilken|hvilket|hva|hvem|hvor|noen|noe|fra|bare|mer|være)(?!\p{L})/iu,
}

/** What is the same for every page: it is the right one, it is whole, and nobody is shut out. */
export async function verifyOnPage(page: Page, heading: string, check: PageCheck = {}): Promise<void> {
  const { language = 'nb', shell = true } = check
  const t = translator(language)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await page.waitForLoadState('load')
  const frame = await page.evaluate(frameOf, t('common:languageMenu'))
  expect(frame).toEqual({
    ...{ title: expectedTitle(heading, check), language, mains: 1 },
    ...(shell
      ? { headers: 1, languageMenus: 1, footers: 1, footerMenu: shell !== 'wall' && t('common:footer.label') }
      : { headers: 0, languageMenus: 0, footers: 0, footerMenu: false }),
  })
  await verifyText(page, language)
  await verifyAxe(page)
  await verifyReflow(page)
}

/** In the page: what stands around every page. */
function frameOf(languageMenu: string) {
  const count = (selector: string) => document.querySelectorAll(selector).length
  return {
    title: document.title.replace(/\s+/g, ' '),
    language: document.documentElement.lang,
    mains: count('main'),
    headers: count('body > header'),
    languageMenus: count(`nav[aria-label="${languageMenu}"]`),
    footers: count('body > footer'),
    footerMenu: document.querySelector('body > footer nav')?.getAttribute('aria-label') ?? false,
  }
}

/** Only that it is the right page, for journeys over pages that are verified elsewhere. */
export async function isOn(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  // What comes after the heading may be read at once.
  await page.waitForLoadState('load')
}

function expectedTitle(
  heading: string,
  { language = 'nb', title = heading, step, of = 6, service = 'none', failed }: PageCheck,
): string {
  const t = translator(language)
  const parts = [
    title,
    step && t('common:title.step', { step, of }),
    service === 'queue' ? t('queue:title') : service !== 'none' && t(`${service}:service`),
    t('common:portalName'),
  ]
  const whole = (failed ? `${t('common:title.error')} ` : '') + parts.filter(Boolean).join(' – ')
  return whole.replace(/\s+/g, ' ')
}

export async function verifyAxe(page: Page): Promise<void> {
  await page.evaluate(AXE_SOURCE)
  const found = await page.evaluate(runAxe, AXE)
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** 7:1 for everything that is read, as on a screen that is read from afar. */
export async function verifyStrongContrast(page: Page): Promise<void> {
  await page.evaluate(AXE_SOURCE)
  const found = await page.evaluate(runAxe, {
    runOnly: { type: 'rule' as const, values: ['color-contrast-enhanced'] },
    rules: { 'color-contrast-enhanced': { enabled: true } },
  })
  expect(found, `contrast on ${page.url()}`).toEqual([])
}

/** In the page, which has axe. */
async function runAxe(options: axe.RunOptions) {
  parseEachColourOnce()
  const { violations } = await window.axe.run(document, options)
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))

  /** A page has ten colours and a thousand places that have one; axe reads each anew, for a third of its time. */
  function parseEachColourOnce(): void {
    const { prototype } = window.axe.commons.color.Color
    const { parseString } = prototype
    const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>()
    prototype.parseString = function (this: Colour, text) {
      const { r, g, b, alpha } = known.get(text) ?? parseString.call(this, text)
      known.set(text, { r, g, b, alpha })
      return Object.assign(this, { r, g, b, alpha })
    }
  }
}

/** No text key shows through, and no word of the other written Norwegian. */
async function verifyText(page: Page, language: Language): Promise<void> {
  const text = await page.evaluate(() => {
    const words = [document.title]
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      // What a page that comes to life is told in a script, nobody reads.
      const isForeign = nodes.currentNode.parentElement?.closest('body [lang], script')
      if (!isForeign) words.push(nodes.currentNode.textContent ?? '')
    }
    return words.join(' ')
  })
  const keys = new RegExp(`(?<!\\p{L})(${NAMESPACES.join('|')}):[a-z]`, 'u')
  expect(text.match(keys)?.[0], 'a text key that shows through').toBeUndefined()
  expect(text, 'a placeholder that was not filled').not.toContain('{{')
  expect(text.match(/\b(undefined|NaN|null|\[object)\b/)?.[0], 'a value that shows through').toBeUndefined()
  const foreign = FOREIGN_WORDS[language]
  // A reference may spell a word: "FRA-7K2".
  const readable = text.replace(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu, '')
  if (foreign) expect(readable.match(foreign)?.[0], `a word that is not ${language}`).toBeUndefined()
}

/** The page fits its window and a narrow one without scrolling to the side. */
async function verifyReflow(page: Page): Promise<void> {
  expect(await overflow(page), 'wider than the window').toEqual([])
  const usual = page.viewportSize()
  await page.setViewportSize(NARROW)
  expect(await overflow(page), 'wider than 320 px').toEqual([])
  if (usual) await page.setViewportSize(usual)
}

async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
