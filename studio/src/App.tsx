import {MantineProvider} from '@mantine/core'
import {Notifications} from '@mantine/notifications'
import {QueryClientProvider} from '@tanstack/react-query'
import {type ReactNode, useState} from 'react'
import {Router} from 'wouter'
import {makeQueryClient} from './api/queries.ts'
import {Frame} from './layout/Frame.tsx'
import {useSession} from './session/session.ts'
import {SignInPage} from './session/SignInPage.tsx'
import {theme} from './theme/theme.ts'
import {Boundary} from './ui/Boundary.tsx'
import {leaveByLink} from './ui/leaving.ts'

export function App() {
  const {key} = useSession()
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Notifications position="bottom-right" />
      <Boundary>
        <Router base="/studio" aroundNav={leaveByLink}>
          <Reading key={key}>{key ? <Frame /> : <SignInPage />}</Reading>
        </Router>
      </Boundary>
    </MantineProvider>
  )
}

/** What one key has read is never shown to the next. */
function Reading({children}: {children: ReactNode}) {
  const [client] = useState(makeQueryClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
