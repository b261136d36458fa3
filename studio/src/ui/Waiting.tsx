import {Loader} from '@mantine/core'
import {texts} from '../texts.ts'
import styles from './Waiting.module.css'

export function Waiting() {
  return <div className={styles.waiting}><Loader role="status" aria-label={texts.common.loading} /></div>
}
