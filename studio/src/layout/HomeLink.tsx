import {Link} from 'wouter'
import {paths} from '../paths.ts'
import {Logo} from './Logo.tsx'
import styles from './HomeLink.module.css'

export function HomeLink() {
  return <Link href={paths.overview()} className={styles.home}><Logo /></Link>
}
