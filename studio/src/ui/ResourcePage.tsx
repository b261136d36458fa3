import {ActionIcon, Button, Group, Tooltip} from '@mantine/core'
import {IconPencil, IconPlus, IconTrash} from '@tabler/icons-react'
import type {UseQueryResult} from '@tanstack/react-query'
import type {ComponentType, ReactNode} from 'react'
import {NotFound} from '../layout/NotFound.tsx'
import {texts} from '../texts.ts'
import {type Column, DataTable} from './DataTable.tsx'
import {EditDialog} from './EditDialog.tsx'
import {EmptyState} from './EmptyState.tsx'
import {PageHeader} from './PageHeader.tsx'
import {RemoveDialog} from './RemoveDialog.tsx'
import type {Resource, Stored} from './resource.ts'
import {useDialog} from './useDialog.ts'

/** What the key may do here; what it may not do is not shown. */
export interface Allowed {
  read: boolean
  create: boolean
  change: boolean
  remove: boolean
}

interface Props<Row extends Stored, Values extends {name: string}, Made> {
  resource: Resource<Row, Values, Made>
  list: UseQueryResult<Row[]>
  columns: Column<Row>[]
  searchText: (row: Row) => string
  rowLink?: (row: Row) => string
  icon: ComponentType<{size?: number; stroke?: number}>
  allowed: Allowed
  /** what there is to know before this one is deleted */
  warning?: (row: Row) => ReactNode
}

/** A list of management: its rows are made and changed in a dialog, and deleted after asking. */
export function ResourcePage<Row extends Stored, Values extends {name: string}, Made = Row>(props: Props<Row, Values, Made>) {
  const {resource, list, columns, searchText, rowLink, icon, allowed, warning} = props
  const editing = useDialog<Row>()
  const removing = useDialog<Row>()
  if (!allowed.read) return <NotFound />
  const TEXTS = resource.texts
  const create = allowed.create && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => editing.open()}>{TEXTS.create}</Button>
  )
  const actions: Column<Row> = {
    title: texts.common.actions,
    untitled: true,
    align: 'end',
    cell: (row) => (
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {allowed.change && <RowAction icon={IconPencil} text={texts.common.change} row={row} onClick={editing.open} />}
        {allowed.remove && <RowAction icon={IconTrash} text={TEXTS.remove ?? texts.common.delete} row={row} onClick={removing.open} />}
      </Group>
    ),
  }
  return (
    <>
      <PageHeader title={TEXTS.title} lead={TEXTS.lead} action={create} />
      <DataTable
        label={TEXTS.title}
        columns={allowed.change || allowed.remove ? [...columns, actions] : columns}
        rows={list.data}
        rowKey={({id}) => id}
        {...(rowLink && {rowLink})}
        searchText={searchText}
        error={list.error}
        retry={() => void list.refetch()}
        empty={
          <EmptyState icon={icon} title={TEXTS.empty}>{allowed.create ? TEXTS.emptyDetail : TEXTS.emptyReader}</EmptyState>
        }
      />
      <EditDialog resource={resource} dialog={editing} />
      <RemoveDialog resource={resource} dialog={removing} warning={removing.subject && warning?.(removing.subject)} />
    </>
  )
}

interface RowActionProps<Row> {
  icon: ComponentType<{size?: number; stroke?: number}>
  text: string
  row: Row
  onClick: (row: Row) => void
}

function RowAction<Row extends Stored>({icon: Icon, text, row, onClick}: RowActionProps<Row>) {
  return (
    <Tooltip label={text}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts.manage.actionOn(text, row.name)} onClick={() => onClick(row)}>
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
