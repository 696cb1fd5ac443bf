// The answer to a form that lacks something cannot be shown again by "back": it is kept nowhere, since it has somebody's
// name. When one goes on from it, its place in the history becomes that of the page itself, which can be asked for anew
// and has what was saved by then (docs/decisions/024). A reload before that still asks whether to send the form again.

function becomePage(): void {
  history.replaceState(history.state, '')
}

document.addEventListener('submit', becomePage)
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a[href]')) becomePage()
})

export {}
