import {Group, Text} from '@mantine/core'
import {IconCloudUpload} from '@tabler/icons-react'
import {useEffect, useRef, useState} from 'react'
import {texts} from '../../texts.ts'
import {bringsFiles, droppedFiles, pickedFiles} from './droppedFiles.ts'
import styles from './DropZone.module.css'
import type {ChosenFile} from './file.ts'
import {FilePicker} from './FilePicker.tsx'

const TEXTS = texts.sending

/** Where files come from: dropped anywhere on the page, or chosen. */
export function DropZone({most, onFiles}: {most: string; onFiles: (files: ChosenFile[]) => void}) {
  const over = useFilesDroppedAnywhere(onFiles)
  return (
    <div className={styles.zone} data-over={over || undefined}>
      <IconCloudUpload size={40} stroke={1.3} />
      <Text fw={600} size="lg">{TEXTS.drop}</Text>
      <Text c="dimmed">{TEXTS.dropDetail(most)}</Text>
      <Group gap="sm" mt="xs" justify="center">
        <FilePicker takes="files" onChoose={(files) => onFiles(pickedFiles(files))}>{TEXTS.chooseFiles}</FilePicker>
        <FilePicker takes="folder" variant="default" onChoose={(files) => onFiles(pickedFiles(files))}>{TEXTS.chooseFolder}</FilePicker>
      </Group>
    </div>
  )
}

/** Whether files are held over the page. A file dropped beside the mark would else be opened in place of Studio. */
function useFilesDroppedAnywhere(onFiles: (files: ChosenFile[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const listening = new AbortController()
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => bringsFiles(event) && act(event), {signal: listening.signal})
    on('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    // leaves the window, and not one element for the next
    on('dragleave', ({relatedTarget}) => relatedTarget === null && setOver(false))
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => latest.current(files))
    })
    return () => listening.abort()
  }, [])
  return over
}
