import {Text, Title} from '@mantine/core'
import type {ComponentType, ReactNode} from 'react'
import styles from './EmptyState.module.css'

interface Props {
  icon: ComponentType<{size?: number; stroke?: number}>
  title: string
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({icon: Icon, title, children, action}: Props) {
  return (
    <div className={styles.empty}>
      <Icon size={36} stroke={1.4} />
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="30rem">{children}</Text>
      {action}
    </div>
  )
}
