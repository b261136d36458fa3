import {Alert, Button, Select, Skeleton, Stack, Text} from '@mantine/core'
import {IconDatabaseOff, IconPlus} from '@tabler/icons-react'
import type {DocumentStore} from '../api/types.ts'
import {useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'

const TEXTS = texts.newIntake

interface Props {
  stores: DocumentStore[] | undefined
  value: string
  error: string | undefined
  onChange: (id: string) => void
  /** asks for a new store to be made */
  onMake: () => void
}

/** The store that a new intake feeds. Where there is none yet, it can be made here. */
export function NewIntakeStore({stores, value, error, onChange, onMake}: Props) {
  const allowed = useStorePermissions()
  const make = allowed.create && allowed.read && (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={onMake}>{texts.stores.create}</Button>
  )
  if (!stores) return <Skeleton height={92} />
  if (stores.length === 0) {
    return (
      <Alert color="orange" icon={<IconDatabaseOff size={20} />} title={TEXTS.noStores}>
        <Text size="sm" mb={make ? 'sm' : 0}>{make ? TEXTS.noStoresDetail : TEXTS.noStoresReader}</Text>
        {make}
      </Alert>
    )
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Select
        w="100%"
        label={texts.settings.labels.store}
        description={texts.settings.hints.store}
        data={stores.map(({id, name, slug}) => ({value: id, label: `${name} (${slug})`}))}
        value={value || null}
        onChange={(id) => id && onChange(id)}
        placeholder={TEXTS.chooseStore}
        error={error}
        searchable={stores.length > 8}
        allowDeselect={false}
        required
      />
      {make}
    </Stack>
  )
}
