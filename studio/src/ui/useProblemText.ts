import {useEffect, useState} from 'react'

type Texts = typeof import('virtual:problems').problems

/** What a problem code means and what to do about it; nothing until the list has come, which is loaded when first needed. */
export function useProblemText(code: string | undefined): Texts[string] {
  const [texts, setTexts] = useState<Texts>()
  useEffect(() => {
    if (code) void import('virtual:problems').then(({problems}) => setTexts(problems))
  }, [code])
  return code ? texts?.[code] : undefined
}
