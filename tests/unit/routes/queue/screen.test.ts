import assert from 'node:assert/strict'
import test from 'node:test'
import { isWall, screenParameter } from '#app/routes/queue/screen.ts'

const AGENTS = {
  iPhone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148',
  androidPhone: 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537 Chrome/140.0.0.0 Mobile Safari/537',
  androidTablet: 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537 Chrome/140.0.0.0 Safari/537',
  oldIPad: 'Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) AppleWebKit/605 Version/12.0 Mobile/15E148',
  computer: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537 Chrome/140.0.0.0 Safari/537',
}

function asked(agent: string, query = '', headers: Record<string, string> = {}) {
  return {
    url: `http://localhost/nb/queue/oslo-baerum${query}`,
    headers: new Headers({ 'User-Agent': agent, ...headers }),
  }
}

test('only what is surely a phone is taken for somebody’s own; all else may hang on a wall', () => {
  const walls = Object.entries(AGENTS).filter(([, agent]) => isWall(asked(agent)))
  assert.deepEqual(
    walls.map(([name]) => name),
    ['androidTablet', 'oldIPad', 'computer'],
  )
  assert.equal(isWall(asked(AGENTS.computer, '', { 'Sec-CH-UA-Mobile': '?1' })), false)
  assert.equal(isWall(asked('')), true)
})

test('the address may say what the screen is, and anything else in its place says nothing', () => {
  assert.equal(isWall(asked(AGENTS.iPhone, '?screen=wall')), true)
  assert.equal(isWall(asked(AGENTS.computer, '?screen=own')), false)
  assert.equal(isWall(asked(AGENTS.iPhone, '?screen=ceiling')), false)
  assert.equal(screenParameter(asked('', '?screen=wall')), 'wall')
  assert.equal(screenParameter(asked('', '?screen=%22%3E')), null)
})
