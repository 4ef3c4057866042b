import './styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { router } from './app/routes'
import { Refused } from './shared/api/problem'
import { giveStylesTheNonce } from './shared/theme/nonce'
import { Theme } from './shared/theme/Theme'

giveStylesTheNonce()

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost connection may come back.
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
  },
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Theme>
          <RouterProvider router={router(client)} />
        </Theme>
      </QueryClientProvider>
    </StrictMode>,
  )
}
