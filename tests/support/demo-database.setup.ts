import { CLOCK_START, demoTemplate } from '#tests/support/demo-database.ts'

// For Playwright: before the workers start, so that they need not all make it.
export default function makeDemoDatabase(): void {
  demoTemplate(CLOCK_START)
}
