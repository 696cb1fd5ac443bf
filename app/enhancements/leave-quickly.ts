// Leaves when Shift is pressed three times in a row: faster than finding a link, and no key that one presses by accident.
// The page does not stay in the list that "back" goes through.

const TIMES = 3
const WITHIN_MILLISECONDS = 1500

const link = document.getElementById('leave-quickly')
const keys = document.getElementById('leave-quickly-keys')
let presses: number[] = []

function leave(): void {
  document.documentElement.hidden = true
  if (link instanceof HTMLAnchorElement) location.replace(link.href)
}

if (link && keys) {
  keys.hidden = false
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return
    presses =
      key === 'Shift' ? [...presses, timeStamp].filter((at) => timeStamp - at < WITHIN_MILLISECONDS) : []
    if (presses.length >= TIMES) leave()
  })
}

export {}
