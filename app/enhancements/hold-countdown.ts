// Speaks once, politely, two minutes before a held time is let go. Nothing moves and nothing is sent.

const status = document.getElementById('hold-countdown')
const WARN_SECONDS = 120

if (status) {
  const seconds = Number(status.dataset.seconds ?? 0) - WARN_SECONDS
  if (seconds > 0) {
    setTimeout(() => {
      status.textContent = status.dataset.soon ?? ''
    }, seconds * 1000)
  }
}

export {}
