import {Button, Checkbox, Group, Select, Stack, Text} from '@mantine/core'
import type {Grant, Permission} from '../api/types.ts'
import {EVERYWHERE} from '../session/permissions.ts'
import {texts} from '../texts.ts'
import styles from './GrantFields.module.css'
import {GROUPS} from './permissions.ts'

const TEXTS = texts.keys

interface Props {
  /** its number among the grants of the key, from 1 */
  place: number
  grant: Grant
  places: {value: string; label: string}[]
  onChange: (grant: Grant) => void
  onRemove: (() => void) | undefined
}

/** What a key may do in one organization, or in all. */
export function GrantFields({place, grant, places, onChange, onRemove}: Props) {
  const {permissions} = grant
  const administers = permissions.includes('admin')
  return (
    <fieldset className={styles.grant}>
      <legend className={styles.legend}>{TEXTS.grant(place)}</legend>
      <Stack gap="sm">
        <Select
          label={TEXTS.where}
          data={places}
          value={grant.organizationId || null}
          onChange={(organizationId) => organizationId && onChange({...grant, organizationId})}
          placeholder={texts.frame.chooseOrganization}
          allowDeselect={false}
          searchable={places.length > 8}
        />
        <PermissionBox
          permission="admin"
          {...(grant.organizationId === EVERYWHERE && {allows: TEXTS.administerEverywhere})}
          checked={administers}
          onChange={(checked) => onChange({...grant, permissions: checked ? ['admin'] : []})}
        />
        {!administers &&
          GROUPS.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <Text size="sm" fw={600} mb={6}>{group.title}</Text>
              <div className={styles.boxes}>
                {group.permissions.map((permission) => (
                  <PermissionBox
                    key={permission}
                    permission={permission}
                    checked={permissions.includes(permission)}
                    onChange={(checked) =>
                      onChange({...grant, permissions: checked ? [...permissions, permission] : permissions.filter((p) => p !== permission)})
                    }
                  />
                ))}
              </div>
            </div>
          ))}
        {onRemove && (
          <Group justify="flex-end">
            <Button size="xs" variant="default" onClick={onRemove} aria-label={TEXTS.removeGrant(place)}>{TEXTS.removeThis}</Button>
          </Group>
        )}
      </Stack>
    </fieldset>
  )
}

interface BoxProps {
  permission: Permission
  allows?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

function PermissionBox({permission, allows = TEXTS.permissions[permission].allows, checked, onChange}: BoxProps) {
  return (
    <Checkbox
      classNames={{label: styles.permission}}
      label={TEXTS.permissions[permission].name}
      description={allows}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
