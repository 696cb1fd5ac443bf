// "Use my position": shows the button, which is of no use without script, and goes to the list from where the person is.

const button = document.getElementById('use-position')
const status = document.getElementById('position-status')

/** About a kilometre: enough for a list of offices, and no more than that is told to anybody. */
const DECIMALS = 2

if (button && status && 'geolocation' in navigator) {
  button.hidden = false
  button.addEventListener('click', () => {
    status.textContent = button.dataset.working ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`
        location.assign((button.dataset.address ?? '').replace('position-', `position-${point}`))
      },
      () => {
        status.textContent = button.dataset.failed ?? ''
      },
      { timeout: 10_000, maximumAge: 60_000 },
    )
  })
}

export {}
