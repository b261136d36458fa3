import {Button, Group, Modal, Stack, Text} from '@mantine/core'
import {useState} from 'react'
import {answer, api} from '../../api/client.ts'
import type {CreatedIntakeToken} from '../../api/types.ts'
import {texts} from '../../texts.ts'
import {ExpiryField} from '../../ui/Expiry.tsx'
import {endOf} from '../../ui/expiry.ts'
import {useForm} from '../../ui/form.ts'
import {checkName, NameField} from '../../ui/named.tsx'
import {ProblemNotice} from '../../ui/ProblemNotice.tsx'
import {SecretOnce} from '../../ui/SecretOnce.tsx'
import type {Dialog} from '../../ui/useDialog.ts'
import {useReadAnew} from '../../ui/useReadAnew.ts'
import {useSubmission} from '../../ui/useSubmission.ts'
import {useIntake} from '../intakeOfPage.ts'

const TEXTS = texts.tokens

/** Makes a token, and shows its secret, which nobody can see again; so it closes only by the button that says it is kept. */
export function NewTokenDialog({dialog}: {dialog: Dialog<never>}) {
  const [made, setMade] = useState<CreatedIntakeToken>()
  return (
    <Modal
      opened={dialog.opened}
      onClose={dialog.close}
      onExitTransitionEnd={() => setMade(undefined)}
      title={TEXTS.create}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={!made}
      withCloseButton={!made}
      closeButtonProps={{'aria-label': texts.common.close}}
    >
      {made ? (
        <SecretOnce label={TEXTS.secret} secret={made.token} onClose={dialog.close}>
          <Text size="sm" c="dimmed">{TEXTS.secretDetail}</Text>
        </SecretOnce>
      ) : (
        <TokenForm onClose={dialog.close} onMade={setMade} />
      )}
    </Modal>
  )
}

function TokenForm({onClose, onMade}: {onClose: () => void; onMade: (made: CreatedIntakeToken) => void}) {
  const {id} = useIntake()
  const readAnew = useReadAnew(['tokens'])
  const form = useForm({name: '', expiresAt: ''})
  const making = useSubmission({
    form,
    check: checkName,
    send: ({name, expiresAt}) =>
      answer(
        api.POST('/api/intakes/{id}/tokens', {
          params: {path: {id}},
          body: {name, ...(expiresAt && {expiresAt: endOf(expiresAt)})},
        }),
      ),
    async done(made) {
      await readAnew()
      onMade(made)
    },
  })
  return (
    <form ref={making.element} onSubmit={making.submit} noValidate>
      <Stack>
        {making.error && <ProblemNotice error={making.error} />}
        <NameField form={form} hint={TEXTS.nameHint} />
        <ExpiryField form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{texts.common.cancel}</Button>
          <Button type="submit" loading={making.busy}>{texts.common.create}</Button>
        </Group>
      </Stack>
    </form>
  )
}
