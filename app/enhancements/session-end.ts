// A page that stays open says before its person is logged out, and lets them go on, without sending or losing what they
// have typed. Without script that stands at the top of each page when it comes (WCAG 2.2.1).

const box = document.getElementById('session-end')
const words = box?.querySelector('p')
const more = box?.querySelector('button')

if (box && words && more) {
  let timers: number[] = []

  const say = (text: string | undefined, { offersMore = false } = {}): void => {
    box.hidden = false
    more.hidden = !offersMore
    // A region that has just come into view is heard when its words change after that.
    setTimeout(() => (words.textContent = text ?? ''), 100)
  }

  /** What a page says of the login, also one that was asked for only to go on. */
  const follow = ({ warnSeconds, endSeconds, canLast }: DOMStringMap): void => {
    for (const timer of timers) clearTimeout(timer)
    const endsAt = Date.now() + Number(endSeconds) * 1000
    const warn = (): void => {
      // A device that slept wakes up later.
      if (Date.now() < endsAt) say(box.dataset.soon, { offersMore: canLast === 'yes' })
    }
    timers = [
      // Less than nothing: the page itself says it already.
      ...(Number(warnSeconds) > 0 ? [window.setTimeout(warn, Number(warnSeconds) * 1000)] : []),
      window.setTimeout(() => say(box.dataset.ended), Number(endSeconds) * 1000),
    ]
  }

  const goOn = async (): Promise<void> => {
    const answer = await fetch(box.dataset.path ?? '/', { redirect: 'manual' }).catch(() => null)
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
    const next = page?.getElementById('session-end')
    if (!next) return say(box.dataset.ended)
    follow(next.dataset)
    say(box.dataset.longer)
  }

  more.addEventListener('click', () => void goOn())
  follow(box.dataset)
}

export {}
