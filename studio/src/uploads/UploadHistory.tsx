import {Skeleton, Text} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import type {UploadStatus} from '../api/types.ts'
import {moment} from '../format.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {texts} from '../texts.ts'
import {ProblemTitle} from './ProblemTitle.tsx'
import {StateBadge} from './StateBadge.tsx'
import styles from './UploadHistory.module.css'
import {uploadQueries} from './uploadQueries.ts'

/** The states that an upload was in, oldest first. */
export function UploadHistory({upload}: {upload: UploadStatus}) {
  const history = useQuery(uploadQueries.history(useIntake().id, upload))
  if (history.error && !history.data) return <Text c="dimmed">{texts.uploads.noHistory}</Text>
  if (!history.data) return <Skeleton height={64} />
  return (
    <ol className={styles.steps}>
      {history.data.content.map(({state, on, problem}) => (
        <li key={`${state} ${on}`}>
          <StateBadge state={state} />
          <div>
            <time dateTime={on}>{moment(on)}</time>
            {problem && <Text size="sm" c="dimmed"><ProblemTitle code={problem} /></Text>}
          </div>
        </li>
      ))}
    </ol>
  )
}
