import {Skeleton, Text} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import type {UploadStatus} from '../api/types.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {texts} from '../texts.ts'
import {arrivalsOf, everythingArrived} from './arrivals.ts'
import {PartMap} from './PartMap.tsx'
import {uploadQueries} from './uploadQueries.ts'

const TEXTS = texts.uploads

/** Which parts are there, as far as that can still be said. */
export function UploadParts({upload}: {upload: UploadStatus}) {
  switch (upload.state) {
    case 'receiving':
      return <Arriving upload={upload} />
    case 'completing':
      return <Text c="dimmed">{TEXTS.partsWhile}</Text>
    case 'stored':
    case 'completed':
      return <PartMap arrivals={everythingArrived(upload.receivedParts)} />
    case 'rejected':
    case 'failed':
    case 'aborted':
    case 'expired':
      return <Text c="dimmed">{TEXTS.partsGone}</Text>
  }
}

function Arriving({upload}: {upload: UploadStatus}) {
  const parts = useQuery(uploadQueries.parts(useIntake().id, upload.uploadId))
  if (parts.data) return <PartMap arrivals={arrivalsOf(upload, parts.data)} />
  return parts.error ? <Text c="dimmed">{TEXTS.noParts}</Text> : <Skeleton height={160} />
}
