import {Alert, Button, Paper, PasswordInput, Stack, Text, Title} from '@mantine/core'
import {useMutation} from '@tanstack/react-query'
import {type FormEvent, useState} from 'react'
import {answer, api} from '../api/client.ts'
import {isRefusal} from '../api/refusal.ts'
import {Logo} from '../layout/Logo.tsx'
import {texts} from '../texts.ts'
import {useTitle} from '../ui/useTitle.ts'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {signIn, useSession} from './session.ts'
import styles from './SignInPage.module.css'

const TEXTS = texts.signIn

/** Takes a key after the service has taken it. */
export function SignInPage() {
  useTitle(TEXTS.title)
  const {ended} = useSession()
  const [key, setKey] = useState('')
  const [mistake, setMistake] = useState<string>()
  const entering = useMutation({
    mutationFn: (candidate: string) => answer(api.GET('/api/me', {headers: {'x-api-key': candidate}})),
    onSuccess: (_, candidate) => signIn(candidate),
  })
  const unknown = isRefusal(entering.error, 'unauthenticated')

  function enter(event: FormEvent) {
    event.preventDefault()
    const found = mistakeOf(key.trim())
    setMistake(found)
    entering.reset()
    if (!found) entering.mutate(key.trim())
  }

  return (
    <main className={styles.page}>
      <Paper component="form" className={styles.card} onSubmit={enter} noValidate>
        <Stack gap="lg">
          <Logo />
          <div>
            <Title order={1}>{TEXTS.title}</Title>
            <Text c="dimmed" mt={4}>{TEXTS.lead}</Text>
          </div>
          {ended && !entering.error && <Alert color={ended === 'refused' ? 'orange' : 'gray'} role="status">{TEXTS[ended]}</Alert>}
          {entering.error && !unknown && <ProblemNotice error={entering.error} />}
          <PasswordInput
            name="key"
            label={TEXTS.key}
            description={TEXTS.keyHint}
            placeholder="pak_…"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={mistake ?? (unknown && TEXTS.unknown)}
            autoFocus
            spellCheck={false}
          />
          <Button type="submit" loading={entering.isPending} fullWidth size="md">{TEXTS.button}</Button>
        </Stack>
      </Paper>
    </main>
  )
}

function mistakeOf(key: string): string | undefined {
  if (key.startsWith('kit_')) return TEXTS.intakeToken
  return key.startsWith('pak_') ? undefined : TEXTS.malformed
}
