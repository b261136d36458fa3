import {Progress, Text} from '@mantine/core'
import {memo} from 'react'
import {bytes, percent} from '../../format.ts'
import {texts} from '../../texts.ts'
import {FailureText} from './FailureText.tsx'
import {FileActions} from './FileActions.tsx'
import type {SendingFile, Stage} from './file.ts'
import styles from './FileRow.module.css'
import {timeLeft} from './timeLeft.ts'
import {shareOf} from './total.ts'

const TEXTS = texts.sending

const COLORS: Partial<Record<Stage['is'], string>> = {
  arrived: 'teal',
  failed: 'red',
  interrupted: 'orange',
  'cut-off': 'orange',
  paused: 'water.4',
}

/** A file, where it stands, and what can be done with it. */
export const FileRow = memo(function FileRow({file, onGone}: {file: SendingFile; onGone: () => void}) {
  const {path, size, confirmedBytes, stage} = file
  const share = shareOf({confirmedBytes, totalBytes: size})
  const started = stage.is !== 'arrived' && (confirmedBytes > 0 || stage.is === 'sending')
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Text fw={600} className={styles.path}>{path}</Text>
        <Text size="sm" c="dimmed" className={styles.numbers}>
          {started ? `${percent(share)} · ${TEXTS.ofBytes(bytes(confirmedBytes), bytes(size))}` : bytes(size)}
        </Text>
      </div>
      <div className={styles.actions}><FileActions file={file} onGone={onGone} /></div>
      <Progress
        className={styles.bar}
        value={(stage.is === 'arrived' ? 1 : size === 0 ? 0 : share) * 100}
        color={COLORS[stage.is] ?? 'water'}
        size="sm"
        transitionDuration={300}
        aria-label={path}
      />
      <div className={styles.words}><StageWords stage={stage} /></div>
    </li>
  )
}, sameFile)

function sameFile(before: {file: SendingFile}, now: {file: SendingFile}): boolean {
  return before.file === now.file
}

function StageWords({stage}: {stage: Stage}) {
  switch (stage.is) {
    case 'sending':
      return <Told>{sendingWords(stage.bytesPerSecond, stage.secondsLeft)}</Told>
    case 'failed':
      return <FailureText failure={stage.because} />
    case 'interrupted':
      return stage.because ? <FailureText failure={stage.because} /> : <Told>{TEXTS.interrupted}</Told>
    case 'cut-off':
      return <Told>{TEXTS.cutOff}</Told>
    case 'waiting':
    case 'paused':
    case 'cancelling':
    case 'arrived':
      return <Told>{TEXTS[stage.is]}</Told>
  }
}

function Told({children}: {children: string}) {
  return <Text size="sm" c="dimmed" className={styles.numbers}>{children}</Text>
}

function sendingWords(bytesPerSecond: number, secondsLeft: number | undefined): string {
  if (secondsLeft === undefined || bytesPerSecond === 0) return TEXTS.sending
  return [TEXTS.sending, TEXTS.rate(bytes(bytesPerSecond)), timeLeft(secondsLeft)].join(' · ')
}
