import { expect, type Locator, type Page } from '@playwright/test'
import { z } from 'zod'
import { translator } from '#app/i18n/i18n.ts'
import { inDatabase } from './support/database.ts'
import { onOnePortal } from './support/on-one-portal.ts'
import { arrives, startQueueDay } from './support/queue-day.ts'
import { isOn } from './support/verify-on-page.ts'

const t = translator('nb')

/** As many as a counter serves in a long day. */
const SERVINGS = 60

/** Presses for one person, from when they are called until the next one is. */
const MOST_PRESSES = 3

const test = onOnePortal(() =>
  startQueueDay(async (portal) => {
    for (let index = 0; index < SERVINGS + 5; index += 1)
      await arrives(portal, index % 3 === 0 ? 'pick-up' : 'passport', { people: index % 4 === 0 ? 3 : 1 })
  }),
)

test('a whole shift is served by keyboard, with three presses for each person at most', async ({
  page,
  site: portal,
}) => {
  test.setTimeout(120_000)
  await page.goto('/nb/staff/queue')
  await page.getByRole('button', { name: 'Tuva Tellemarka' }).click()
  await isOn(page, t('staff-queue:choose.title'))
  await page.getByRole('button', { name: t('staff-queue:choose.open') }).press('Enter')
  await expect(page.locator('.desk')).toBeVisible()
  // What keys do is there once the page has come to life.
  await expect(page.locator('input[name=by]').first()).toBeAttached()

  const shift = shiftOf(page)
  const began = performance.now()
  await shift.next()
  for (let served = 1; served <= SERVINGS; served += 1) {
    const { called, serving, end } = SPECIAL[served] ?? {}
    await called?.(shift, page)
    await shift.here()
    await serving?.(shift, page)
    if (served > 20) await splitOnce(shift)
    if (served === SERVINGS) await shift.finish('1')
    else await (end ?? shift.next)(shift, page)
    shift.done()
  }
  const seconds = (performance.now() - began) / 1000
  // Others wait, and no other counter is open: it is asked once.
  await shift.open('s', '#close-counter')
  await shift.press('1')
  await isOn(page, t('staff-queue:choose.title'))

  const { presses } = shift
  const median = presses.toSorted((a, b) => a - b)[Math.floor(presses.length / 2)] ?? Infinity
  const total = presses.reduce((sum, count) => sum + count, 0)
  console.log(
    `${presses.length} served in ${seconds.toFixed(1)} s: median ${median}, ${total} presses in all, ` +
      `${Math.max(...presses)} for the most laborious`,
  )
  expect(median).toBeLessThanOrEqual(MOST_PRESSES)

  const count = (table: 'tickets' | 'queue_events', column: string, where = 'TRUE') =>
    inDatabase(portal, (database) => {
      // The days before are those that the queue has learnt from.
      const today = `day = (SELECT max(day) FROM tickets) AND ${where}`
      const rows = database
        .prepare(
          `SELECT ${column} AS name, count(*) AS count FROM ${table} WHERE ${today} GROUP BY ${column}`,
        )
        .all()
      const counts = z.array(z.object({ name: z.string(), count: z.number() })).parse(rows)
      return Object.fromEntries(counts.map((row) => [row.name, row.count]))
    })
  expect(count('tickets', 'status')).toEqual({ finished: SERVINGS, waiting: 5, parked: 1 })
  expect(count('tickets', 'outcome', "status = 'finished'")).toEqual({
    ...{ solved: SERVINGS - 1, 'document-missing': 1 },
  })
  expect(count('queue_events', 'kind')).toMatchObject({
    // One was finished and the next called, and both were undone.
    ...{ finished: SERVINGS + 1, undone: 2, parked: 1, transferred: 1, split: 1, 'service-added': 1 },
    ...{ 'no-show': 1, 'taken-up': 1, 'called-again': 3, 'counter-paused': 1, 'counter-closed': 1 },
    ...{ 'asked-for-help': 1, helped: 1, 'counter-opened': 2 },
  })
  const notes = count('tickets', 'note', 'note IS NOT NULL')
  expect(notes).toEqual({ 'Snakker dansk': 1, 'Se på bildet': 1 })
})

type Shift = ReturnType<typeof shiftOf>

/** Who works a shift: presses keys, and looks at the screen as a person would before pressing the next. */
function shiftOf(page: Page) {
  const now = page.locator('.desk-now')
  const presses: number[] = []
  let sincePerson = 0

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      sincePerson += 1
      await page.keyboard.press(key)
    }
  }
  async function becomes(status: 'called' | 'serving' | 'free'): Promise<void> {
    // Asked with each picture that is drawn; `expect` would wait tenths of a second, 150 times.
    await page.locator(`.desk-now[data-status=${status}]`).waitFor()
  }
  async function pressInto(key: string, status: 'called' | 'serving' | 'free'): Promise<void> {
    await press(key)
    await becomes(status)
  }
  async function open(key: string, dialog: string): Promise<void> {
    await press(key)
    await expect(page.locator(dialog)).toBeVisible()
  }
  return {
    presses,
    press,
    becomes,
    open,
    label: () => page.locator('#here-heading').innerText(),
    isGroup: async () => (await now.innerText()).includes(t('staff-queue:people', { count: 3 })),
    done() {
      presses.push(sincePerson)
      sincePerson = 0
    },
    next: () => pressInto('n', 'called'),
    here: () => pressInto('h', 'serving'),
    /** Ends with an outcome, by its number. */
    async finish(outcome: string) {
      await open('f', '#finish')
      await pressInto(outcome, 'free')
    },
    async said(words: string) {
      await expect(page.getByRole('status')).toHaveText(words)
    },
    async type(text: string) {
      sincePerson += text.length
      await page.keyboard.type(text)
    },
    async tabTo(target: Locator) {
      await expect(target).toBeAttached()
      for (let stop = 0; stop < 250; stop += 1) {
        await press('Tab')
        if (await target.evaluate((element) => element === document.activeElement)) return
      }
      throw new Error(`Tab does not lead to ${target.toString()}`)
    },
  }
}

let gone = ''
let isSplit = false

/** The first group is parted: one of them gets a ticket of their own. */
async function splitOnce(shift: Shift): Promise<void> {
  if (isSplit || !(await shift.isGroup())) return
  isSplit = true
  await shift.open('d', '#split')
  await shift.press('1')
  const label = await shift.label()
  // The next number, after those who had come before the shift.
  const other = `${label.charAt(0)}${SERVINGS + 6}`
  await shift.said(`${t('staff-queue:done.split', { label, other })}.`)
}

type Turn = (shift: Shift, page: Page) => Promise<void>

/** What is not as usual with some of them: when called, at the counter, and how it ends. */
const SPECIAL: Record<number, { called?: Turn; serving?: Turn; end?: Turn }> = {
  5: {
    async end(shift) {
      await shift.finish('2')
      await shift.next()
    },
  },
  8: {
    async called(shift) {
      await shift.press('r')
      await shift.said(`${t('staff-queue:done.call-again', { label: await shift.label() })}.`)
    },
  },
  11: {
    async called(shift, page) {
      gone = await shift.label()
      for (const count of [2, 3]) {
        await shift.press('r')
        await expect(page.getByText(t('staff-queue:here.calls', { count, most: 3 }))).toBeVisible()
      }
      await shift.press('x')
      await shift.becomes('free')
      await shift.next()
    },
  },
  12: {
    async serving(shift, page) {
      await shift.tabTo(page.getByText(t('staff-queue:ended.title')))
      await shift.press('Enter')
      await shift.tabTo(page.getByRole('button', { name: t('staff-queue:ended.takeUpOne', { label: gone }) }))
      await shift.press('Enter')
      await shift.said(`${t('staff-queue:done.take-up', { label: gone })}.`)
    },
  },
  14: {
    async serving(shift) {
      await shift.press('p')
      await shift.press('3')
      await shift.becomes('free')
      await shift.next()
      await shift.here()
    },
  },
  17: {
    async serving(shift, page) {
      await shift.open('t', '#transfer')
      await shift.press('ArrowDown', 'Tab')
      await shift.type('Se på bildet')
      await shift.press('Tab', 'Enter')
      await shift.becomes('free')
      await shift.next()
      await expect(page.locator('.desk-note')).toHaveText('Se på bildet')
      await shift.here()
    },
  },
  23: {
    async serving(shift) {
      await shift.open('l', '#add-service')
      await shift.press('1')
      await shift.said(`${t('staff-queue:done.add-service', { label: await shift.label() })}.`)
    },
  },
  26: {
    async serving(shift, page) {
      // Fast hands do not wait for the form.
      await shift.press('m')
      await shift.type('Snakker dansk')
      await shift.press('Tab', 'Enter')
      await expect(page.locator('.desk-note')).toHaveText('Snakker dansk')
    },
  },
  29: {
    async end(shift) {
      await shift.finish('1')
      await shift.press('v', 'ArrowDown', 'Enter')
      await shift.becomes('called')
    },
  },
  32: {
    async end(shift) {
      const label = await shift.label()
      await shift.next()
      await shift.press('z')
      await shift.becomes('serving')
      expect(await shift.label()).toBe(label)
      await shift.next()
    },
  },
  35: {
    async serving(shift, page) {
      for (const name of ['staff-queue:help.cancel', 'staff-queue:help.ask'] as const) {
        await shift.press('k')
        await expect(page.getByRole('button', { name: t(name) })).toBeVisible()
      }
    },
  },
  38: {
    async serving(shift, page) {
      await shift.press('b')
      await expect(page.getByRole('button', { name: t('staff-queue:counter.resume') })).toBeVisible()
    },
    async end(shift, page) {
      await shift.press('n')
      await shift.becomes('free')
      await shift.press('b')
      // A key that is pressed before the answer is there does nothing.
      await expect(page.getByRole('button', { name: t('staff-queue:counter.pause') })).toBeVisible()
      await shift.next()
    },
  },
  41: {
    async serving(shift, page) {
      await shift.open('?', '#keys')
      await shift.press('Escape')
      await expect(page.locator('#keys')).toBeHidden()
    },
  },
}
