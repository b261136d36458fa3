import {useDisclosure} from '@mantine/hooks'
import {useState} from 'react'

/** A dialog about something, which it keeps while it closes. */
export interface Dialog<T> {
  opened: boolean
  subject: T | undefined
  open: (subject?: T) => void
  close: () => void
}

export function useDialog<T>(): Dialog<T> {
  const [opened, {open, close}] = useDisclosure(false)
  const [subject, setSubject] = useState<T>()
  return {
    opened,
    subject,
    close,
    open(about) {
      setSubject(about)
      open()
    },
  }
}
