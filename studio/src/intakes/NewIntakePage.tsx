import {Button, Group, Textarea} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {useQuery} from '@tanstack/react-query'
import {Link, useLocation} from 'wouter'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {DocumentStore, IntakeCreate} from '../api/types.ts'
import {NotFound} from '../layout/NotFound.tsx'
import {paths} from '../paths.ts'
import {useMay, useOrganization} from '../session/signedIn.ts'
import {storesOf} from '../stores/stores.ts'
import {texts} from '../texts.ts'
import {EditDialog} from '../ui/EditDialog.tsx'
import {useForm} from '../ui/form.ts'
import {checkNamed, NameAndSlug} from '../ui/named.tsx'
import {PageHeader} from '../ui/PageHeader.tsx'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {useDialog} from '../ui/useDialog.ts'
import {useReadAnew} from '../ui/useReadAnew.ts'
import {useSubmission} from '../ui/useSubmission.ts'
import {NewIntakeStore} from './NewIntakeStore.tsx'
import {Surface} from '../ui/Surface.tsx'

const TEXTS = texts.newIntake

/** Makes an intake; what else there is to say of it are its settings, which come next. */
export default function NewIntakePage() {
  return useMay('intake:create') ? <NewIntake /> : <NotFound />
}

function NewIntake() {
  const organization = useOrganization()
  const stores = useQuery(queries.stores(organization.id))
  const [, go] = useLocation()
  const readAnew = useReadAnew(['intakes'])
  const makingStore = useDialog<DocumentStore>()
  const form = useForm({name: '', slug: '', store: '', description: ''})
  const [only, another] = stores.data ?? []
  const store = form.values.store || (!another && only?.id) || ''
  const making = useSubmission({
    form,
    check: (values) => ({...checkNamed(values), ...(!store && {store: TEXTS.storeMissing})}),
    send({name, slug, description}) {
      const body = {name, slug, store: {id: store}, description: description.trim() || null}
      // the generated type calls what has a default required
      return answer(api.POST('/api/intakes', {body: body as Omit<IntakeCreate, 'script'>}))
    },
    async done({name, slug}) {
      await readAnew()
      notifications.show({message: TEXTS.made(name)})
      go(paths.intake(organization.slug, slug))
    },
  })
  const intakes = paths.intakes(organization.slug)
  return (
    <>
      <PageHeader title={TEXTS.title} lead={TEXTS.lead} />
      {stores.error && !stores.data ? (
        <ProblemNotice error={stores.error} retry={() => void stores.refetch()} />
      ) : (
        <form ref={making.element} onSubmit={making.submit} noValidate>
          <Surface>
            {making.error && <ProblemNotice error={making.error} />}
            <NameAndSlug form={form} row={undefined} />
            <NewIntakeStore
              stores={stores.data}
              value={store}
              error={form.errors.store}
              onChange={(id) => form.set('store', id)}
              onMake={() => makingStore.open()}
            />
            <Textarea
              label={texts.settings.labels.description}
              description={texts.settings.hints.description}
              value={form.values.description}
              onChange={(event) => form.set('description', event.currentTarget.value)}
              error={form.errors.description}
              rows={3}
            />
            <Group justify="flex-end">
              <Button component={Link} href={intakes} variant="default">{texts.common.cancel}</Button>
              <Button type="submit" loading={making.busy} disabled={stores.data?.length === 0}>{texts.common.create}</Button>
            </Group>
          </Surface>
        </form>
      )}
      <EditDialog resource={storesOf(organization.id)} dialog={makingStore} />
    </>
  )
}
