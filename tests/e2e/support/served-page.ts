import { expect, type Page } from '@playwright/test'

type ServedCheck = {
  /** The form came back with errors. */
  failed?: boolean
  /** Enhancement modules that the page may load; none by default. */
  modules?: readonly string[]
  /** How high a target must be; more on a screen on a wall. */
  targetPx?: number
}

/** A target may not be smaller (look.md); links inside running text are exempt (WCAG 2.5.8). */
const TARGET_PX = 44

/** Reads a page as it was served, in a browser without JavaScript. */
export async function verifyServedPage(
  page: Page,
  { failed = false, modules = [], targetPx = TARGET_PX }: ServedCheck = {},
): Promise<void> {
  if (failed) await expect(page.locator('main .ds-error-summary')).toBeVisible()
  await page.waitForLoadState('load')
  expect(await formProblems(page, failed), `forms of ${page.url()}`).toEqual([])
  const { scripts, inline } = await codeOf(page)
  expect(inline, 'code or style inside the page').toEqual([])
  expect(scripts.map((source) => source.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual(
    modules.map((module) => `/enhancements/${module}`).sort(),
  )
  expect(await smallTargets(page, targetPx), 'targets that are too small').toEqual([])
}

function formProblems(page: Page, failed: boolean): Promise<string[]> {
  return page.evaluate((failed) => {
    const problems: string[] = []
    const all = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    for (const id of all) if (all.indexOf(id) !== all.lastIndexOf(id)) problems.push(`#${id} stands twice`)

    const fields = [
      ...document.querySelectorAll<HTMLInputElement>(
        'main input:not([type=hidden]), main select, main textarea',
      ),
    ]
    const invalid = fields.filter((field) => field.getAttribute('aria-invalid') === 'true')
    for (const field of fields) checkField(field)
    for (const described of document.querySelectorAll('[aria-describedby]')) checkDescription(described)
    for (const form of document.forms) {
      const asks = form.querySelector('input:not([type=hidden]), select, textarea')
      if (asks && !form.noValidate) problems.push('a form that the browser would check itself')
      // A search changes nothing, and its answer is an address that can be kept.
      if (form.method !== 'post' && form.role !== 'search') problems.push('a form that does not post')
    }
    if (failed) checkSummary()
    else if (invalid.length > 0) problems.push('a field is marked as wrong before anybody answered')
    return problems

    function checkField(field: HTMLInputElement): void {
      const name = `#${field.id} [name=${field.name}]`
      const labels = document.querySelectorAll(`label[for="${CSS.escape(field.id)}"]`)
      if (labels.length !== 1 || !labels[0]?.textContent?.trim())
        problems.push(`${name} has ${labels.length} labels`)
      const isChoice = field.type === 'radio' || field.type === 'checkbox'
      if (isChoice && !field.closest('fieldset')?.querySelector('legend')?.textContent?.trim()) {
        problems.push(`${name} is a choice without a question`)
      }
      if (field.placeholder) problems.push(`${name} has a placeholder`)
      if (field.required) problems.push(`${name} would be checked by the browser`)
      if (!isChoice && !field.autocomplete) problems.push(`${name} says not what it asks for (autocomplete)`)
    }

    function checkDescription(element: Element): void {
      const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
      for (const id of ids)
        if (!document.getElementById(id)?.textContent?.trim()) problems.push(`#${id} describes nothing`)
      const error = ids.findIndex((id) => id.endsWith('-error'))
      if (error > 0) problems.push(`${element.id}: the error is not read first`)
    }

    function checkSummary(): void {
      const summary = document.querySelector('main [role=alert]')
      if (summary?.getAttribute('tabindex') !== '-1') problems.push('the summary cannot have focus')
      if (!summary?.hasAttribute('autofocus')) problems.push('the summary does not take focus')
      const links = [...(summary?.querySelectorAll('a') ?? [])]
      if (links.length === 0) problems.push('the summary names no error')
      const places = links.map((link) => {
        const field = fields.find(({ id }) => `#${id}` === link.getAttribute('href'))
        if (!field) problems.push(`no field for ${link.getAttribute('href')}`)
        else checkError(field, link.textContent?.trim() ?? '')
        return field ? fields.indexOf(field) : -1
      })
      if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))) {
        problems.push('the errors are not in page order')
      }
    }

    function checkError(field: HTMLInputElement, message: string): void {
      if (field.getAttribute('aria-invalid') !== 'true') problems.push(`#${field.id} is not marked as wrong`)
      const described =
        field.getAttribute('aria-describedby') ?? field.closest('fieldset')?.getAttribute('aria-describedby')
      const [first = ''] = (described ?? '').split(' ')
      const words = document.getElementById(first)?.textContent?.trim()
      if (words !== message) problems.push(`#${field.id} says "${words}", the summary "${message}"`)
    }
  }, failed)
}

function codeOf(page: Page): Promise<{ scripts: string[]; inline: string[] }> {
  return page.evaluate(() => {
    const inline = [...document.querySelectorAll('style, [style], script:not([src]), meta[http-equiv]')]
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    )
    return {
      scripts: [...document.querySelectorAll('script[src]')].map(
        (script) => script.getAttribute('src') ?? '',
      ),
      inline: [...inline, ...handlers].map((element) => element.outerHTML.slice(0, 100)),
    }
  })
}

/** How far one can miss: walks from the middle of each target until a press would do something else. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const problems: string[] = []
    for (const target of document.querySelectorAll<HTMLElement>(
      'a, button, input:not([type=hidden]), summary',
    )) {
      if (!target.checkVisibility() || isInText(target) || isSkipLink(target)) continue
      target.scrollIntoView({ block: 'center' })
      const [box] = target.getClientRects()
      if (!box) continue
      const height = reach(target, box, 'y')
      if (height < least) problems.push(`${Math.round(height)} px high: ${target.outerHTML.slice(0, 110)}`)
    }
    return problems

    function reach(target: HTMLElement, box: DOMRect, axis: 'x' | 'y'): number {
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
      let size = 1
      for (const direction of [-1, 1]) {
        for (let step = 1; step < least; step += 1) {
          const x = middle.x + (axis === 'x' ? direction * step : 0)
          const y = middle.y + (axis === 'y' ? direction * step : 0)
          if (!belongs(target, document.elementFromPoint(x, y))) break
          size += 1
        }
      }
      return size
    }

    function belongs(target: HTMLElement, hit: Element | null): boolean {
      if (!hit) return false
      const label = hit.closest('label')
      return target.contains(hit) || (label?.htmlFor !== undefined && label.htmlFor === target.id)
    }

    function isInText(target: HTMLElement): boolean {
      const parent = target.parentElement
      const around = (parent?.textContent ?? '').trim().length - (target.textContent ?? '').trim().length
      return target.tagName === 'A' && getComputedStyle(target).display === 'inline' && around > 0
    }

    function isSkipLink(target: HTMLElement): boolean {
      return target.getAttribute('href') === '#main'
    }
  }, least)
}
