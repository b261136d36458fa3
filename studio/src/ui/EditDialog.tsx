import {Button, Group, Modal, Stack} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {useState} from 'react'
import {texts} from '../texts.ts'
import {ConflictNotice} from './ConflictNotice.tsx'
import {useForm} from './form.ts'
import {ProblemNotice} from './ProblemNotice.tsx'
import {Conflict, mine, type Resource, saveChange, type Stored} from './resource.ts'
import type {Dialog} from './useDialog.ts'
import {useReadAnew} from './useReadAnew.ts'
import {useSubmission} from './useSubmission.ts'

interface Props<Row extends Stored, Values extends {name: string}, Made> {
  resource: Resource<Row, Values, Made>
  /** about the row to change, or none to make one */
  dialog: Dialog<Row>
}

/** The form of a resource. A click beside it does not close it: what was typed would be lost. */
export function EditDialog<Row extends Stored, Values extends {name: string}, Made>({resource, dialog}: Props<Row, Values, Made>) {
  const [made, setMade] = useState<Made>()
  const {Made: Tell} = resource
  const row = dialog.subject
  const telling = made !== undefined && Tell !== undefined
  return (
    <Modal
      opened={dialog.opened}
      onClose={dialog.close}
      onExitTransitionEnd={() => setMade(undefined)}
      title={row ? resource.texts.change : resource.texts.create}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={!telling}
      withCloseButton={!telling}
      closeButtonProps={{'aria-label': texts.common.close}}
    >
      {telling
        ? <Tell made={made} onClose={dialog.close} />
        : <EditForm key={row?.id} resource={resource} row={row} onClose={dialog.close} onMade={Tell ? setMade : dialog.close} />}
    </Modal>
  )
}

interface FormProps<Row extends Stored, Values extends {name: string}, Made> {
  resource: Resource<Row, Values, Made>
  row: Row | undefined
  onClose: () => void
  onMade: (made: Made) => void
}

function EditForm<Row extends Stored, Values extends {name: string}, Made>({resource, row, onClose, onMade}: FormProps<Row, Values, Made>) {
  const [base, setBase] = useState(row)
  const before = resource.values(base)
  const form = useForm(before)
  const readAnew = useReadAnew(resource.kinds)
  const saving = useSubmission({
    form,
    check: resource.check,
    send: (values) => save(base, values),
    done(made, {name}) {
      if (base || !resource.Made) notifications.show({message: base ? texts.manage.saved(name) : texts.manage.made(name)})
      if (made === undefined) onClose()
      else onMade(made)
    },
  })
  const conflict = saving.error instanceof Conflict ? (saving.error as Conflict<Row>) : null

  /** What was made; nothing, when it was there before. The lists are read anew also when it is refused: they may be old. */
  async function save(over: Row | undefined, values: Values): Promise<Made | undefined> {
    try {
      if (!over) return await resource.create(values)
      await saveChange(resource, over, values)
      return undefined
    } finally {
      await readAnew()
    }
  }

  function take(theirs: Row, values: Values) {
    setBase(theirs)
    form.replace(values)
    saving.forget()
  }

  return (
    <form ref={saving.element} onSubmit={saving.submit} noValidate>
      <Stack>
        {conflict && (
          <ConflictNotice
            before={before}
            theirs={resource.values(conflict.theirs)}
            mine={form.values}
            labels={resource.labels}
            show={resource.show}
            busy={saving.busy}
            onTakeTheirs={() => take(conflict.theirs, resource.values(conflict.theirs))}
            onKeepMine={() => {
              const values = mine(before, form.values, resource.values(conflict.theirs))
              take(conflict.theirs, values)
              saving.sendBy((changed) => save(conflict.theirs, changed), values)
            }}
          />
        )}
        {saving.error && !conflict && <ProblemNotice error={saving.error} />}
        <resource.Fields form={form} row={row} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{texts.common.cancel}</Button>
          {!conflict && <Button type="submit" loading={saving.busy}>{row ? texts.common.save : texts.common.create}</Button>}
        </Group>
      </Stack>
    </form>
  )
}
