import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// Loaded only by routes whose handle asks for scripts; citizen pages have none.
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
