// Help while typing a place: a combobox after the ARIA authoring practices. Without script the field is just a field.

type Suggestion = { id: string; name: string; municipality: string }

const PAUSE_MILLISECONDS = 150

const field = document.querySelector<HTMLInputElement>('input#place')
const setting = document.getElementById('place-suggestions')

if (field && setting) {
  const list = document.createElement('ul')
  list.id = 'place-list'
  list.setAttribute('role', 'listbox')
  list.className = 'suggestions'
  list.hidden = true
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.className = 'ds-sr-only'
  field.after(list, status)
  list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '')

  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-expanded', 'false')
  field.setAttribute('autocomplete', 'off')

  let active = -1
  let timer = 0
  let latest = 0

  const options = () => [...list.querySelectorAll<HTMLLIElement>('[role=option]')]

  const close = () => {
    clearTimeout(timer)
    // An answer that is still under way must not open the list again.
    latest += 1
    list.hidden = true
    active = -1
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }

  const activate = (index: number) => {
    const all = options()
    active = (index + all.length) % all.length
    for (const [at, option] of all.entries()) option.setAttribute('aria-selected', String(at === active))
    const chosen = all[active]
    if (chosen) {
      field.setAttribute('aria-activedescendant', chosen.id)
      chosen.scrollIntoView({ block: 'nearest' })
    }
  }

  const choose = (option: HTMLLIElement) => {
    const target = document.getElementById('use-position')?.dataset.address
    close()
    if (target) location.assign(target.replace('position-', encodeURIComponent(option.dataset.place ?? '')))
    else field.value = option.dataset.name ?? field.value
  }

  const show = (suggestions: Suggestion[]) => {
    list.replaceChildren(
      ...suggestions.map(({ id, name, municipality }, index) => {
        const option = document.createElement('li')
        option.id = `place-option-${index}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.dataset.place = id
        option.dataset.name = name
        option.textContent = name === municipality ? name : `${name}, ${municipality}`
        option.addEventListener('mousedown', (event) => event.preventDefault())
        option.addEventListener('click', () => choose(option))
        return option
      }),
    )
    active = -1
    list.hidden = suggestions.length === 0
    field.setAttribute('aria-expanded', String(suggestions.length > 0))
    const some = (setting.dataset.some ?? '').replace('{number}', String(suggestions.length))
    status.textContent = suggestions.length > 0 ? some : (setting.dataset.none ?? '')
  }

  const ask = async () => {
    const typed = field.value.trim()
    const mine = ++latest
    if (typed.length < 2) return close()
    const answer = await fetch(`${setting.dataset.address}?typed=${encodeURIComponent(typed)}`).catch(
      () => null,
    )
    if (!answer?.ok) return
    const suggestions: Suggestion[] = await answer.json()
    // An answer that was overtaken by a later question is not shown.
    if (mine === latest && document.activeElement === field) show(suggestions)
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), PAUSE_MILLISECONDS)
  })
  // Not on blur: the list would go away between the two halves of a press, and the button below move from under it.
  document.addEventListener('click', (event) => {
    if (event.target !== field) close()
  })
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'Tab') return close()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      activate(event.key === 'ArrowDown' ? active + 1 : active - (active < 0 ? 0 : 1))
    } else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      const option = options()[active]
      if (!option) return
      event.preventDefault()
      choose(option)
    }
  })
}

export {}
