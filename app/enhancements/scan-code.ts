// A scanner types like a keyboard: some letters within a moment, then Enter. They are heard wherever focus is, so that
// nobody has to find a field first. What is typed into a field is left alone.

/** Where keys write: a chosen radio button is none of these. */
const WRITES = 'input:not([type=radio]):not([type=checkbox]), select, textarea'

const form = document.querySelector<HTMLFormElement>('form#scan')
const field = form?.querySelector('input')

/** Nobody types so fast for so long. */
const LETTERS = 8
const PAUSE_MILLISECONDS = 100

if (form && field) {
  let typed = ''
  let last = 0
  document.addEventListener('keydown', (event) => {
    const isInField = event.target instanceof Element && event.target.matches(WRITES)
    if (isInField || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.timeStamp - last > PAUSE_MILLISECONDS) typed = ''
    last = event.timeStamp
    if (event.key === 'Enter' && typed.length >= LETTERS) {
      event.preventDefault()
      field.value = typed
      form.submit()
    } else if (event.key.length === 1) typed += event.key
  })
}

export {}
