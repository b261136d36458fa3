import {useEffect} from 'react'
import {texts} from '../texts.ts'

/** The title of the window while a page is shown. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = texts.title(page)
  }, [page])
}
