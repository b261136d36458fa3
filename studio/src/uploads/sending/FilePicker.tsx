import {Button, type ButtonProps} from '@mantine/core'
import {type ReactNode, useRef} from 'react'

interface Props extends ButtonProps {
  children: ReactNode
  /** `files`: several at once; `folder`: all files in it */
  takes: 'file' | 'files' | 'folder'
  onChoose: (files: FileList) => void
  'aria-label'?: string
}

/** A button that opens the browser's own dialog. */
export function FilePicker({children, takes, onChoose, ...button}: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={takes !== 'file'}
        {...(takes === 'folder' && {webkitdirectory: ''})}
        onChange={({currentTarget}) => {
          if (currentTarget.files?.length) onChoose(currentTarget.files)
          // so that choosing the same again is a choice, too
          currentTarget.value = ''
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>{children}</Button>
    </>
  )
}
