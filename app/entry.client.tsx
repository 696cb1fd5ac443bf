import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { RequestState } from '#app/components/request-state.ts'

// What the server knew of the request while it drew the page: the title begins with it.
const formFailed = document.documentElement.dataset.failed === 'form'

// Loaded only by routes whose handle asks for scripts; citizen pages have none.
startTransition(() => {
  hydrateRoot(
    document,
    <RequestState.Provider value={{ formFailed, databaseAway: false, reference: '', nonce: '' }}>
      <RemixBrowser />
    </RequestState.Provider>,
  )
})
