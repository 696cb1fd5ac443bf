// The day of an office as it goes: the parts that change are asked for now and then. Nothing moves under the finger.

const ASK_MILLISECONDS = 10_000
/** Whoever has just pointed or typed is about to press something. */
const QUIET_MILLISECONDS = 3_000
/** Nobody looks any more: the session may end, and the page says what o'clock it is from. */
const LEFT_MILLISECONDS = 20 * 60_000

const FIELDS = 'input:not([type=hidden]), select, textarea'
const NEVER = -Infinity

let signAt = performance.now()
let usedAt = NEVER

function parts(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-live-part]')]
}

function isInUse(): boolean {
  return performance.now() - usedAt < QUIET_MILLISECONDS || document.activeElement?.matches(FIELDS) === true
}

async function ask(): Promise<void> {
  if (document.hidden || isInUse() || performance.now() - signAt > LEFT_MILLISECONDS) return
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(ASK_MILLISECONDS) })
  // Somebody who is logged out reads what there was; a press leads them to the login.
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (isInUse()) return
  const news = new Map(parts(fresh).map((part) => [part.dataset.livePart, part]))
  for (const part of parts(document)) {
    const now = news.get(part.dataset.livePart)
    if (!now || now.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue
    part.replaceChildren(...[...now.childNodes].map((node) => document.importNode(node, true)))
  }
}

function sign(): void {
  signAt = performance.now()
  usedAt = signAt
}

for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
  document.addEventListener(kind, sign, { passive: true })
// A net that is cut changes nothing: the page says what o'clock it is from, and asks again.
setInterval(() => void ask().catch(() => {}), ASK_MILLISECONDS)

export {}
