import {Skeleton, Table, Text, TextInput} from '@mantine/core'
import {IconSearch} from '@tabler/icons-react'
import {type ReactNode, useState} from 'react'
import {Link} from 'wouter'
import {texts} from '../texts.ts'
import styles from './DataTable.module.css'
import {ProblemNotice} from './ProblemNotice.tsx'

export interface Column<T> {
  title: string
  cell: (row: T) => ReactNode
  /** numbers and actions stand at the end of their column */
  align?: 'end'
  /** the title is only read out, as over buttons */
  untitled?: boolean
}

interface Props<T> {
  /** what the table holds, read out */
  label: string
  columns: Column<T>[]
  rows: T[] | undefined
  rowKey: (row: T) => string
  /** where a row leads; the first cell is the link, and the whole row takes the click */
  rowLink?: (row: T) => string
  /** the text by which rows are searched; no search without */
  searchText?: (row: T) => string
  /** shown when there are no rows at all */
  empty: ReactNode
  error?: Error | null
  retry?: () => void
}

/** A list as a table, on narrow screens as cards. While it loads, it has the size that rows will have. */
export function DataTable<T>({rows, searchText, error, retry, empty, ...table}: Props<T>) {
  const [search, setSearch] = useState('')
  if (error && !rows) return <ProblemNotice error={error} {...(retry && {retry})} />
  if (rows?.length === 0) return <div className={styles.surface}>{empty}</div>
  const wanted = search.trim().toLowerCase()
  const found = wanted && searchText ? rows?.filter((row) => searchText(row).toLowerCase().includes(wanted)) : rows
  return (
    <>
      {searchText && (
        <TextInput
          className={styles.search}
          aria-label={texts.common.search}
          placeholder={texts.common.search}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          type="search"
        />
      )}
      <div className={styles.surface}>
        <Rows {...table} rows={found} />
        {found?.length === 0 && <Text c="dimmed" p="md" role="status">{texts.common.noMatch(search)}</Text>}
      </div>
    </>
  )
}

type RowsProps<T> = Pick<Props<T>, 'label' | 'columns' | 'rows' | 'rowKey' | 'rowLink'>

function Rows<T>({label, columns, rows, rowKey, rowLink}: RowsProps<T>) {
  return (
    <Table className={styles.table} verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={label} aria-busy={!rows} role="table">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map((column) => (
            <Table.Th key={column.title} role="columnheader" data-align={column.align} scope="col">
              {column.untitled ? <span className={styles.hidden}>{column.title}</span> : column.title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows
          ? rows.map((row) => (
              <Table.Tr key={rowKey(row)} role="row" className={rowLink && styles.link}>
                {columns.map((column, i) => (
                  <Table.Td key={column.title} role="cell" data-align={column.align} data-title={column.untitled ? undefined : column.title}>
                    {i === 0 && rowLink ? <Link href={rowLink(row)}>{column.cell(row)}</Link> : column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))
          : [1, 2, 3].map((line) => (
              <Table.Tr key={line} role="row">
                {columns.map((column) => (
                  <Table.Td key={column.title} role="cell"><Skeleton height={20} my={2} maw={140} /></Table.Td>
                ))}
              </Table.Tr>
            ))}
      </Table.Tbody>
    </Table>
  )
}
