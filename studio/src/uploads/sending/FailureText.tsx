import {Text} from '@mantine/core'
import {texts} from '../../texts.ts'
import {useProblemText} from '../../ui/useProblemText.ts'
import type {Failure} from './failure.ts'

const TEXTS = texts.sending

/** Why a file was not sent, and what to do. */
export function FailureText({failure}: {failure: Failure}) {
  const text = useProblemText(failure.kind === 'refused' ? failure.code : undefined)
  const remedy = failure.kind === 'refused' && failure.code === 'path-taken' ? TEXTS.pathTaken : text?.remedy
  return (
    <div role="alert">
      <Text size="sm" c="var(--mantine-color-error)" fw={600}>{whatFailed(failure)}</Text>
      {'detail' in failure && <Text size="sm" c="dimmed">{failure.detail}</Text>}
      {remedy && <Text size="sm" c="dimmed"><b>{texts.problem.whatToDo}:</b> {remedy}</Text>}
    </div>
  )
}

function whatFailed(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.title
    case 'storage':
      return TEXTS.storageRefused(failure.status, failure.code)
    case 'another-file':
      return TEXTS.anotherFile
    case 'unreadable':
      return TEXTS.unreadable
    case 'fault':
      return TEXTS.fault
  }
}
