import {Button} from '@mantine/core'
import {IconMapOff} from '@tabler/icons-react'
import {Link} from 'wouter'
import {paths} from '../paths.ts'
import {texts} from '../texts.ts'
import {EmptyState} from '../ui/EmptyState.tsx'
import {useTitle} from '../ui/useTitle.ts'

/** For addresses that lead nowhere. */
export function NotFound() {
  useTitle(texts.problem.notFound)
  return (
    <EmptyState
      icon={IconMapOff}
      title={texts.problem.notFound}
      action={<Button component={Link} href={paths.overview()} variant="default">{texts.problem.toOverview}</Button>}
    >
      {texts.problem.notFoundDetail}
    </EmptyState>
  )
}
