import {Button, Group, Modal, Stack} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {useMutation} from '@tanstack/react-query'
import {type FormEvent, useEffect, useReducer, useRef, useState} from 'react'
import {texts} from '../texts.ts'
import {ConflictNotice} from './ConflictNotice.tsx'
import {type Errors, refusedFields, useForm} from './form.ts'
import {ProblemNotice} from './ProblemNotice.tsx'
import {Conflict, mine, type Resource, saveChange, type Stored} from './resource.ts'
import type {Dialog} from './useDialog.ts'
import {useReadAnew} from './useReadAnew.ts'

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
  const element = useRef<HTMLFormElement>(null)
  const readAnew = useReadAnew(resource.kinds)
  const saving = useMutation({
    async mutationFn({over, values}: {over: Row | undefined; values: Values}) {
      if (over) await saveChange(resource, over, values)
      else return resource.create(values)
    },
    async onSuccess(made, {over, values: {name}}) {
      await readAnew()
      if (over || !resource.Made) notifications.show({message: over ? texts.manage.saved(name) : texts.manage.made(name)})
      if (made === undefined) onClose()
      else onMade(made)
    },
    onError(error, {values}) {
      void readAnew()
      refuse(refusedFields(error, values) ?? {})
    },
  })
  const conflict = saving.error instanceof Conflict ? (saving.error as Conflict<Row>) : null

  const [refusals, countRefusal] = useReducer((refused: number) => refused + 1, 0)
  // whoever does not see the form learns of the first mistake by arriving there
  useEffect(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [refusals])

  function refuse(errors: Errors<Values>) {
    form.setErrors(errors)
    countRefusal()
  }

  function save(event: FormEvent) {
    event.preventDefault()
    const mistakes = resource.check(form.values)
    if (Object.values(mistakes).some(Boolean)) refuse(mistakes)
    else saving.mutate({over: base, values: form.values})
  }

  function take(theirs: Row, values: Values) {
    setBase(theirs)
    form.replace(values)
    saving.reset()
  }

  return (
    <form ref={element} onSubmit={save} noValidate>
      <Stack>
        {conflict && (
          <ConflictNotice
            before={before}
            theirs={resource.values(conflict.theirs)}
            mine={form.values}
            labels={resource.labels}
            show={resource.show}
            busy={saving.isPending}
            onTakeTheirs={() => take(conflict.theirs, resource.values(conflict.theirs))}
            onKeepMine={() => {
              const values = mine(before, form.values, resource.values(conflict.theirs))
              take(conflict.theirs, values)
              saving.mutate({over: conflict.theirs, values})
            }}
          />
        )}
        {saving.error && !conflict && !refusedFields(saving.error, form.values) && <ProblemNotice error={saving.error} />}
        <resource.Fields form={form} row={row} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{texts.common.cancel}</Button>
          {!conflict && <Button type="submit" loading={saving.isPending}>{row ? texts.common.save : texts.common.create}</Button>}
        </Group>
      </Stack>
    </form>
  )
}
