import {Link} from 'wouter'
import styles from './TabLinks.module.css'

interface Props {
  /** what the tabs belong to, read out */
  label: string
  links: {text: string; to: string; here: boolean}[]
}

/** Tabs that are pages of their own: each has an address. */
export function TabLinks({label, links}: Props) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {links.map(({text, to, here}) => (
        <Link key={to} href={to} aria-current={here ? 'page' : undefined} className={styles.tab}>{text}</Link>
      ))}
    </nav>
  )
}
