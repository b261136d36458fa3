import {texts} from '../texts.ts'
import styles from './Logo.module.css'

export function Logo() {
  return (
    <span className={styles.logo}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--mantine-color-water-7)" />
        <path d="M9 6v20M9 9h8.5a5.5 5.5 0 0 1 0 11H9" fill="none" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round" />
        <path d="M16 25.5c1.6-1.5 3.2-1.5 4.8 0s3.2 1.5 4.8 0" fill="none" stroke="#8fd0ee" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      {texts.product}
    </span>
  )
}
