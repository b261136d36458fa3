import {Text} from '@mantine/core'
import {answer, api} from '../api/client.ts'
import type {ApiKey, CreatedApiKey, Grant, Me} from '../api/types.ts'
import {date} from '../format.ts'
import {EVERYWHERE} from '../session/permissions.ts'
import {signOut} from '../session/session.ts'
import {texts} from '../texts.ts'
import {ExpiryField} from '../ui/Expiry.tsx'
import {dayOf, endOf} from '../ui/expiry.ts'
import type {Form} from '../ui/form.ts'
import {checkName, NameField} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'
import {SecretOnce} from '../ui/SecretOnce.tsx'
import {Grants} from './Grants.tsx'
import {GrantsField} from './GrantsField.tsx'

const TEXTS = texts.keys

interface Values {
  name: string
  grants: Grant[]
  /** the last day, or empty */
  expiresAt: string
}

/** How keys are made, changed and revoked by the one that is signed in. */
export function keysOf(me: Me): Resource<ApiKey, Values, CreatedApiKey> {
  return {
    texts: TEXTS,
    // the own one may be among them
    kinds: ['keys', 'me'],
    labels: {name: texts.common.name, grants: TEXTS.grants, expiresAt: texts.expiry.label},
    values: (row) => ({name: row?.name ?? '', grants: row?.grants ?? [firstGrant(me)], expiresAt: dayOf(row?.expiresAt)}),
    Fields,
    check: (values) => ({...checkName(values), ...(values.grants.some(isIncomplete) && {grants: TEXTS.grantIncomplete})}),
    show,
    create: ({name, grants, expiresAt}) =>
      answer(api.POST('/api/api-keys', {body: {name, grants, ...(expiresAt && {expiresAt: endOf(expiresAt)})}})),
    read: (id) => answer(api.GET('/api/api-keys/{id}', {params: {path: {id}}})),
    change: ({id, changeSequence, expiresAt: before}, {name, grants, expiresAt}) => {
      // an hour that the field does not show is not lost
      const expiry = expiresAt === dayOf(before) ? {} : {expiresAt: expiresAt ? endOf(expiresAt) : null}
      return answer(api.PUT('/api/api-keys/{id}', {params: {path: {id}}, body: {name, grants, changeSequence, ...expiry}}))
    },
    async remove(id) {
      await answer(api.DELETE('/api/api-keys/{id}', {params: {path: {id}}}))
      if (id === me.id) signOut('left')
    },
    Made,
  }
}

/** A key that administers one organization only grants there. */
function firstGrant({grants}: Me): Grant {
  const [administered, another] = grants.filter(({permissions}) => permissions.includes('admin'))
  const only = another === undefined && administered?.organizationId !== EVERYWHERE
  return {organizationId: (only && administered?.organizationId) || '', permissions: []}
}

function isIncomplete({organizationId, permissions}: Grant): boolean {
  return organizationId === '' || permissions.length === 0
}

function show(field: keyof Values, values: Values) {
  if (field === 'grants') return <Grants grants={values.grants} />
  if (field === 'expiresAt') return values.expiresAt ? date(endOf(values.expiresAt)) : texts.expiry.never
  return values.name
}

function Fields({form}: {form: Form<Values>}) {
  return (
    <>
      <NameField form={form} hint={TEXTS.nameHint} />
      <ExpiryField form={form} />
      <GrantsField form={form} />
    </>
  )
}

function Made({made, onClose}: {made: CreatedApiKey; onClose: () => void}) {
  return (
    <SecretOnce label={TEXTS.secret} secret={made.key} onClose={onClose}>
      <Text size="sm" c="dimmed">{TEXTS.secretDetail}</Text>
    </SecretOnce>
  )
}
