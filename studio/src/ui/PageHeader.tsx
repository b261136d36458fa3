import {Text, Title} from '@mantine/core'
import {type ReactNode, useEffect, useRef} from 'react'
import styles from './PageHeader.module.css'
import {useTitle} from './useTitle.ts'

/** The heading of a page. It takes the focus after a page has been left for it, so that screen readers tell of it. */
export function PageHeader({title, lead, action}: {title: string; lead?: ReactNode; action?: ReactNode}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useEffect(() => {
    if (arrivedByLink()) heading.current?.focus({preventScroll: true})
  }, [])
  return (
    <header className={styles.header}>
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>{title}</Title>
        {lead && <Text c="dimmed" mt={2} maw="44rem">{lead}</Text>}
      </div>
      {action}
    </header>
  )
}

/** Where the focus goes when what had it is gone. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({preventScroll: true})
}

let pagesShown = 0

function arrivedByLink(): boolean {
  return pagesShown++ > 0
}
