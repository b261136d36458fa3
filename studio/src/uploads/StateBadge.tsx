import {Badge} from '@mantine/core'
import type {UploadState} from '../api/types.ts'
import {texts} from '../texts.ts'
import {STATE_COLORS} from './states.ts'

export function StateBadge({state}: {state: UploadState}) {
  return <Badge color={STATE_COLORS[state]}>{texts.uploads.states[state]}</Badge>
}
