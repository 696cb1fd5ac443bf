import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { MESSAGE_KINDS } from '#app/domain/messages/message.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { translator } from '#app/i18n/i18n.ts'
import { composeMessage } from '#app/server/messages/compose-message.ts'
import type { MessageFacts } from '#app/server/messages/message-facts.ts'
import type { Outgoing } from '#app/server/messages/outgoing.ts'
import { planOffices } from '#db/seed/plan/offices.ts'
import { readData } from '#db/seed/read-data.ts'
import { aContact } from '#tests/support/builders.ts'
import { aMessageFacts, SENDER } from '#tests/support/message-facts.ts'

const LETTER = { lines: ['Storgata 1'], postalCode: '0001', postalPlace: 'Oslo' }

/** What tells others why somebody has an appointment, in the three languages: the matters and who deals with them. */
const BANNED = [
  /\bpass(et|port|ports)?\b/i,
  /\bID[ -]?(kort|card)/i,
  /politi|police|lensmann/i,
  /anmeld|meld(e|ing) om lovbrudd|report|crime|kriminal|straff/i,
  /vald|vold|violen|overgrep|abuse|trussel|trugsm|threat|stalk|incest|menneskehandel|traffick/i,
  /våpen|weapon|firearm|utlending|immigra|visa|asyl/i,
  /kontor|office|skranke|counter|stasjon|station/i,
  /\b(02800|112)\b/,
]

const OFFICE_NAMES = planOffices(readData()).map(({ name }) => name)

function emailOf(facts: MessageFacts): Outgoing & { channel: 'email' } {
  const message = composeMessage(facts, 'email', SENDER)
  assert.equal(message?.channel, 'email')
  return message
}

function assertNeutral(text: string, what: string): void {
  for (const word of BANNED) assert.doesNotMatch(text, word, what)
  for (const name of OFFICE_NAMES) assert.ok(!text.includes(name), `${what}: ${name}`)
}

for (const language of MESSAGE_LANGUAGES) {
  describe(`Messages in ${language}`, () => {
    for (const kind of MESSAGE_KINDS) {
      const contact = aContact({ messageLanguage: language, mobile: '40000000', address: LETTER })
      const facts = aMessageFacts({ kind, contact })

      test(`${kind}: sender and subject say nothing of the matter, nor where it is`, () => {
        const { from, subject } = emailOf(facts)
        assertNeutral(`${from.name} ${from.address} ${subject}`, 'e-mail')
        const letter = composeMessage(facts, 'letter', SENDER)
        assertNeutral(letter?.channel === 'letter' ? letter.subject : '', 'letter')
      })

      test(`${kind}: what may be sensitive is not in the text either`, () => {
        const silent = { ...facts, topic: null }
        const email = emailOf(silent)
        // Folded lines are joined, so that no word hides in a fold.
        const calendar = email.calendar?.content.replaceAll('\r\n ', '').replace(/PRODID.*/, '') ?? ''
        for (const text of [email.text, calendar, composeMessage(silent, 'sms', SENDER)?.text ?? '']) {
          assertNeutral(text, 'text')
        }
      })

      test(`${kind}: every channel has the person's own link in their language, and when it is`, () => {
        const link = `https://portal.example/${language}/appointments/AAAAAAAAAAAAAAAAAAAAAA`
        for (const channel of ['email', 'sms', 'letter'] as const) {
          const text = composeMessage(facts, channel, SENDER)?.text ?? ''
          assert.match(text, new RegExp(`${link}(\\s|$)`), channel)
          assert.match(text, language === 'en' ? /24 November.*09:30/ : /24\. november kl\. 09\.30/, channel)
          assert.doesNotMatch(text, /\{\{|undefined|null|messages:/, channel)
        }
      })

      test(`${kind}: a text message needs no letter that would make it twice as dear`, () => {
        const text = composeMessage(facts, 'sms', SENDER)?.text ?? ''
        assert.match(text, /^[A-Za-z0-9 .,:;/@_?=()+'"%&!#\-ÆØÅæøåÄÖÜäöüÉé\n]+$/)
        assert.ok(text.length <= 306, `${text.length} letters are more than two messages`)
      })
    }
  })
}

test('the words that are looked for are found where they may stand', () => {
  assert.throws(() => assertNeutral(emailOf(aMessageFacts()).text, 'a text that says all'))
  assert.throws(() => assertNeutral('Ny melding: Alta lensmannskontor', 'a name'))
})

test('a confirmation says who, when, where, what to bring and what it costs', () => {
  const people = [
    { name: 'Kari Nordmann', takes: { bring: ['old-passport' as const] }, lacksConsent: false },
    {
      name: 'Ola Nordmann',
      takes: { bring: ['old-passport' as const, 'guardian-identification' as const] },
      lacksConsent: true,
    },
  ]
  const { topic, ...facts } = aMessageFacts()
  const { text, subject, to, id } = emailOf({ ...facts, topic: topic && { ...topic, people } })
  assert.equal(subject, 'Timen din er bekreftet')
  assert.deepEqual(to, { name: 'Kari Nordmann', address: 'kari@example.org' })
  assert.equal(id, 'message-42@portal.example')
  assert.equal(
    text,
    `Hei, Kari Nordmann.

Timen din er bekreftet.

Tid: tirsdag 24. november kl. 09.30
Sted: Sandvika politistasjon, Malmskriverveien 2, 1337 Sandvika
Referanse: K7M 4PX 9TR
Kode når du kommer: H4W Q7P XK

Disse møter opp: Kari Nordmann og Ola Nordmann.

Samtykke mangler for Ola Nordmann. Politiet må ha samtykkene før de kan lage passet eller ID-kortet.

Ta med:
- Det gamle passet, hvis det finnes: Kari Nordmann og Ola Nordmann
- Pass eller ID-kort til den foresatte som blir med Ola Nordmann

Pris: 840 kr.

Blir du forsinket? Meld fra at du er her senest 30 minutter etter at timen begynte. Etter det er timen over.

Se, endre eller avbestill timen her:
https://portal.example/nb/appointments/AAAAAAAAAAAAAAAAAAAAAA

Alle som har lenken, kan endre timen. Del den bare med noen du stoler på.

Trenger du hjelp? Ring 02800.`,
  )
})

test('a reminder and a link bring nothing for the calendar', () => {
  assert.equal(emailOf(aMessageFacts({ kind: 'reminder' })).calendar, null)
  assert.equal(emailOf(aMessageFacts({ kind: 'link' })).calendar, null)
})

test('a channel that the contact does not have is not used', () => {
  const contact = aContact({ email: null })
  for (const channel of ['email', 'sms', 'letter'] as const) {
    assert.equal(composeMessage(aMessageFacts({ contact }), channel, SENDER), null, channel)
  }
})

test('a number without a country is in Norway', () => {
  const toOf = (mobile: string) => {
    const message = composeMessage(aMessageFacts({ contact: aContact({ mobile }) }), 'sms', SENDER)
    return message?.channel === 'sms' && message.to
  }
  assert.deepEqual([toOf('40000000'), toOf('+46701234567')], ['+4740000000', '+46701234567'])
})

for (const name of ['Win now evil.example', 'https://evil.example', 'mail me@evil.example', 'x'.repeat(61)]) {
  test(`we carry nobody's advertisement to others: "${name.slice(0, 24)}"`, () => {
    const { topic, ...facts } = aMessageFacts()
    const people = [name, 'Ola Nordmann'].map((one) => ({
      name: one,
      takes: { bring: ['old-passport' as const] },
      lacksConsent: false,
    }))
    const email = emailOf({ ...facts, contact: aContact({ name }), topic: topic && { ...topic, people } })
    assert.ok(!email.text.includes(name) && email.to.name === '')
    assert.match(email.text, new RegExp(translator('nb')('people:person', { number: 1 })))
  })
}

test('names are written as people write them', () => {
  for (const name of ['Máret Ŧ. O’Brien', "Anne-Lise d'Arc", 'Åse Ørn', '李小龍', 'Jo J. Moe jr.']) {
    assert.match(emailOf(aMessageFacts({ contact: aContact({ name }) })).text, new RegExp(`^Hei, ${name}\\.`))
  }
})
