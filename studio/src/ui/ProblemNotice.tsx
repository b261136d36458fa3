import {Alert, Button, Group, Text} from '@mantine/core'
import {IconAlertTriangle, IconPlugConnectedX} from '@tabler/icons-react'
import {Refusal} from '../api/refusal.ts'
import {texts} from '../texts.ts'
import {useProblemText} from './useProblemText.ts'

/** Why something did not work, and what to do. */
export function ProblemNotice({error, retry}: {error: Error; retry?: () => void}) {
  const refusal = error instanceof Refusal ? error.problem : null
  const text = useProblemText(refusal?.code)
  return (
    <Alert
      color={refusal ? 'orange' : 'red'}
      icon={refusal ? <IconAlertTriangle size={20} /> : <IconPlugConnectedX size={20} />}
      title={refusal ? refusal.title : texts.problem.unreachable}
      role="alert"
    >
      <Text size="sm">{refusal ? refusal.detail : texts.problem.unreachableDetail}</Text>
      {text && <Text size="sm" mt={4}><b>{texts.problem.whatToDo}:</b> {text.remedy}</Text>}
      {retry && (
        <Group mt="sm"><Button size="xs" variant="default" onClick={retry}>{texts.common.tryAgain}</Button></Group>
      )}
    </Alert>
  )
}
