import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test'
import { arriveBy } from './arrive.ts'

const MOST_STOPS = 120

/**
 * Presses Tab until focus is on an element, or in a group. At each stop on the way focus must be seen, and nothing may
 * lie over what has it (WCAG 2.4.7, 2.4.11).
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await walk(page, target, key)
}

/** Arrows to a radio button of the group that has focus, and chooses it. */
export async function chooseByArrows(page: Page, target: Locator): Promise<void> {
  if (!(await target.evaluate((element) => element === document.activeElement))) {
    await walk(page, target, 'ArrowDown')
  }
  await page.keyboard.press('Space')
  await expect(target).toBeChecked()
  expect((await lookAtFocus(page)).problem).toBeNull()
}

/** Follows a link by keyboard. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link)
  await arriveBy(page, () => page.keyboard.press('Enter'))
}

/** Presses a button that leads to another page, by keyboard. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await arriveBy(page, () => page.keyboard.press('Space'))
}

/** Answers a question of radio buttons by keyboard. */
export async function answer(page: Page, question: string, choice: string): Promise<void> {
  const group = page.getByRole('group', { name: question, exact: true })
  await tabTo(page, group)
  await chooseByArrows(page, group.getByRole('radio', { name: choice, exact: true }))
}

async function walk(page: Page, target: Locator, key: string): Promise<void> {
  await expect(target).toHaveCount(1)
  // Something may take focus by itself until then.
  await page.waitForLoadState('load')
  const wanted = await target.elementHandle()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const { problem, arrived } = await lookAtFocus(page, wanted)
    // An `expect` tells the runner when it begins and ends: at a thousand stops that is work.
    if (problem !== null) throw new Error(problem)
    if (arrived) return
  }
  throw new Error(`${key} does not lead to ${target.toString()}`)
}

function lookAtFocus(page: Page, wanted: ElementHandle<Node> | null = null) {
  return page.evaluate((wanted) => {
    const element = document.activeElement
    return { arrived: wanted?.contains(element) ?? false, problem: problemOf(element) }

    function problemOf(element: Element | null): string | null {
      if (!element || element === document.body) return null
      const name = element.outerHTML.slice(0, 140)
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `no visible focus on ${name}`
      const [box] = element.getClientRects()
      if (!box || box.width === 0 || box.height === 0) return `focus on something without a size: ${name}`
      const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      if (!isInWindow) return `focus outside of the window: ${name}`
      const inset = 2
      const xs = [box.left + inset, (box.left + box.right) / 2, box.right - inset]
      const ys = [Math.max(box.top, 0) + inset, Math.min(box.bottom, innerHeight) - inset]
      const above = xs
        .flatMap((x) => ys.map((y) => document.elementFromPoint(x, y)))
        .find((hit) => !hit || !(element.contains(hit) || hit.contains(element) || hit.closest('label')))
      return above ? `${name} is covered by ${above.outerHTML.slice(0, 100)}` : null
    }
  }, wanted)
}
