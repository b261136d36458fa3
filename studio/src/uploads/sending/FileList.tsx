import {Button, Group, Paper, Progress, Text, Title} from '@mantine/core'
import {useRef} from 'react'
import {bytes, number} from '../../format.ts'
import {texts} from '../../texts.ts'
import {useSending} from './context.ts'
import {isActive, type SendingFile} from './file.ts'
import styles from './FileList.module.css'
import {FileRow} from './FileRow.tsx'
import {timeLeft} from './timeLeft.ts'
import {shareOf, totalOf, type Total} from './total.ts'

const TEXTS = texts.sending
const MOST_SHOWN = 200

/** The files of the intake's queue: where they stand together, and each. */
export function FileList({files}: {files: SendingFile[]}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const total = totalOf(files)
  const left = files.length - MOST_SHOWN
  return (
    <Paper component="section" className={styles.list}>
      <div className={styles.head}>
        <div>
          <Title order={2} ref={heading} tabIndex={-1} className={styles.title}>{TEXTS.queue}</Title>
          <Text c="dimmed" className={styles.numbers}>{files.length === 0 ? TEXTS.nothing : words(total)}</Text>
          <Text className={styles.hidden} role="status">
            {files.length > 0 && TEXTS.summary(number(total.arrived), total.files)}
          </Text>
        </div>
        <Actions files={files} />
      </div>
      {files.length > 1 && <Progress value={shareOf(total) * 100} aria-label={TEXTS.queue} transitionDuration={300} />}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.slice(0, MOST_SHOWN).map((file) => (
            <FileRow key={file.id} file={file} onGone={() => heading.current?.focus()} />
          ))}
        </ul>
      )}
      {left > 0 && <Text c="dimmed">{TEXTS.moreFiles(left)}</Text>}
    </Paper>
  )
}

function Actions({files}: {files: SendingFile[]}) {
  const sending = useSending()
  const active = files.filter(isActive)
  const paused = files.filter(({stage}) => stage.is === 'paused')
  const arrived = files.filter(({stage}) => stage.is === 'arrived')
  return (
    <Group gap="xs">
      {active.length > 0 && (
        <Button size="xs" variant="default" onClick={() => active.toReversed().forEach(({id}) => sending.pause(id))}>{TEXTS.pauseAll}</Button>
      )}
      {paused.length > 0 && (
        <Button size="xs" variant="default" onClick={() => paused.forEach(({id}) => sending.resume(id))}>{TEXTS.resumeAll}</Button>
      )}
      {arrived.length > 0 && (
        <Button size="xs" variant="default" onClick={() => arrived.forEach(({id}) => sending.dismiss(id))}>{TEXTS.clear}</Button>
      )}
    </Group>
  )
}

function words({files, arrived, active, confirmedBytes, totalBytes, bytesPerSecond, secondsLeft}: Total): string {
  const told = [TEXTS.summary(number(arrived), files), TEXTS.ofBytes(bytes(confirmedBytes), bytes(totalBytes))]
  if (active > 0 && bytesPerSecond > 0) told.push(TEXTS.rate(bytes(bytesPerSecond)))
  if (active > 0 && secondsLeft !== undefined) told.push(timeLeft(secondsLeft))
  return told.join(' · ')
}
