// Prints a page that was opened to be printed, or when its button – of no use without script – is pressed.

const button = document.querySelector<HTMLButtonElement>('button#print')

if (button) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
if (document.getElementById('print-now')) addEventListener('load', () => print())

export {}
