import {Alert, Text} from '@mantine/core'
import {IconAlertTriangle} from '@tabler/icons-react'
import type {ProblemCode} from '../api/types.ts'
import {texts} from '../texts.ts'
import {useProblemText} from '../ui/useProblemText.ts'

/** The recorded cause of an upload's fate, and what to do. */
export function UploadProblem({code}: {code: ProblemCode}) {
  const text = useProblemText(code)
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={20} />} title={text?.title ?? code}>
      {text && (
        <>
          <Text size="sm">{text.meaning}</Text>
          <Text size="sm" mt={4}><b>{texts.problem.whatToDo}:</b> {text.remedy}</Text>
        </>
      )}
    </Alert>
  )
}
