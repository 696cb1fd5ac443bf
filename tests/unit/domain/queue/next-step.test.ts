import assert from 'node:assert/strict'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { nextStep } from '#app/domain/queue/next-step.ts'
import { OUTCOMES, QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'

const BOOKED_HERE = ['passport', 'consent', 'lost-document']

test('only what times are booked for here is booked, whatever the visit was about', () => {
  for (const service of QUEUE_SERVICES) {
    const kind = nextStep({ service, outcome: 'needs-appointment' })?.kind
    assert.equal(kind, BOOKED_HERE.includes(service) ? 'book' : 'no-booking', service)
  }
})

test('every end of a visit that did not solve it has a next step, on a page that there is', () => {
  const pages = new Set(CONTENT.services.map(({ id }) => id))
  for (const service of QUEUE_SERVICES) {
    for (const outcome of OUTCOMES) {
      const step = nextStep({ service, outcome })
      assert.equal(step === null, outcome === 'solved', outcome)
      if (step && 'page' in step) assert.ok(pages.has(step.page), step.page)
    }
    assert.equal(nextStep({ service, outcome: null }), null)
  }
})

test('another office, or somebody who knows the field, is what they were told that they need', () => {
  assert.equal(nextStep({ service: 'passport', outcome: 'wrong-office' })?.kind, 'offices')
  assert.equal(nextStep({ service: 'passport', outcome: 'needs-specialist' })?.kind, 'specialist')
})
