// A screen that many use begins anew when nobody has touched it for a while, so that nothing of anybody stays on it. It
// says so in time, and any touch or key makes it wait anew.

const setting = document.getElementById('kiosk-reset')
const HOME = 'kiosk-home'

/** Its first page stands still unless nobody comes for this many times as long: opening hours change. */
const PATIENCE = 4

if (setting) {
  // A form's answer would ask, when it is loaded again, whether to send the form again.
  history.replaceState(null, '')
  const start = setting.dataset.start ?? '/'
  const isStart = location.pathname === start.split('?')[0]
  if (isStart && sessionStorage.getItem(HOME) === null) {
    sessionStorage.setItem(HOME, location.pathname + location.search)
  }
  // The next person finds the language in which the screen was set up.
  const home = sessionStorage.getItem(HOME) ?? start
  const isHome = home === location.pathname + location.search

  const warning = setting.querySelector<HTMLElement>('[hidden]')
  const seconds = Number(setting.dataset.seconds) * (isHome ? PATIENCE : 1)
  const warnSeconds = Number(setting.dataset.warning)
  let timers: number[] = []

  const wait = () => {
    for (const timer of timers) clearTimeout(timer)
    if (warning) warning.hidden = true
    timers = [window.setTimeout(() => location.replace(home), seconds * 1000)]
    if (!isHome) timers.push(window.setTimeout(warn, (seconds - warnSeconds) * 1000))
  }
  const warn = () => {
    if (warning) warning.hidden = false
  }
  for (const sign of ['pointerdown', 'keydown', 'scroll', 'focusin'])
    document.addEventListener(sign, wait, { passive: true, capture: true })
  // A page that comes back by "back" is asked for again: what it showed may have been somebody's.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  wait()
}

export {}
