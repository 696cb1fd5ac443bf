import assert from 'node:assert/strict'
import test from 'node:test'
import { safeReturnPath } from '#app/domain/identity/return-path.ts'

const LANGUAGES = ['nb', 'nn', 'en']

/** Ways to write another site, or a script, so that a careless check takes it for a page of ours. */
function evilPaths(): string[] {
  const hosts = [
    'evil.example',
    'evil.example/nb',
    'nb@evil.example',
    '[::1]',
    '127.0.0.1:80',
    'evil.example%2f',
    'xn--nb',
  ]
  const starts = [
    ...['//', '///', '/\\', '\\\\', '\\/', '/\t/', '/\n/', '\t//', ' //', '/ /', '/%09/', '/./\\', '/.//'],
    ...[
      'http://',
      'https://',
      'HTTPS:',
      'https:',
      'ftp://',
      'javascript://',
      'javascript:',
      'data:text/html,',
    ],
    ...[
      '/nb//',
      '/nb/..//',
      '/nb/../..//',
      '/nb\\\\',
      '/nb/\\',
      '/nb/%5c%5c\\',
      '/nb/\r\n//',
      '/nb/\u2028',
      '/nb/\u00a0',
    ],
    ...[
      '//nb/',
      '/se/',
      '/NB/',
      '/nbx/',
      '/login/',
      '/.nb/',
      '/@',
      '/nb@',
      'nb/',
      './nb/',
      '../nb/',
      '',
      '?',
      '#',
      '/?',
      '/#/',
    ],
  ]
  return starts.flatMap((start) => hosts.map((host) => start + host))
}

test('Threat 11: none of 300 ways to write another place is a page to go back to', () => {
  const payloads = [...evilPaths(), '', '/', '//', 'nb', `/nb/${'x'.repeat(2_000)}`, '/nb/me#x', '/nb/\u0000']
  assert.ok(payloads.length >= 300, String(payloads.length))
  for (const payload of payloads) {
    const path = safeReturnPath(payload, LANGUAGES)
    if (path === null) continue
    const url = new URL(path, 'https://politi.example')
    assert.fail(`${JSON.stringify(payload)} leads to ${url.href}`)
  }
  assert.equal(safeReturnPath(null, LANGUAGES), null)
})

test('a page of the portal is gone back to as it is written', () => {
  for (const path of [
    '/nb/me',
    '/nn',
    '/en/passport/book/time?person=18%2B.passport&office=oslo-gronland&hold=abc',
    '/nb/appointments/AbC-_123?told=changed&sequence=1',
  ]) {
    assert.equal(safeReturnPath(path, LANGUAGES), path)
  }
})
