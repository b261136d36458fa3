import {Progress, Text} from '@mantine/core'
import type {UploadStatus} from '../api/types.ts'
import {bytes, percent} from '../format.ts'
import {texts} from '../texts.ts'
import styles from './ArrivedBar.module.css'
import {hasBytes, STATE_COLORS} from './states.ts'

/** How much of a file is there: a bar where the whole is known. */
export function ArrivedBar({upload}: {upload: UploadStatus}) {
  const {state, receivedBytes, contentLength, path} = upload
  if (!hasBytes(state)) return <div className={styles.words}>{texts.common.none}</div>
  if (contentLength === undefined) return <div className={styles.words}>{bytes(receivedBytes)}</div>
  const share = contentLength === 0 ? 1 : receivedBytes / contentLength
  return (
    <div className={styles.bar}>
      <Progress value={share * 100} color={STATE_COLORS[state]} aria-label={path} size="sm" transitionDuration={300} />
      <Text size="sm" c="dimmed">{percent(share)} · {bytes(receivedBytes)}</Text>
    </div>
  )
}
