import {Button} from '@mantine/core'
import {useDisclosure} from '@mantine/hooks'
import {notifications} from '@mantine/notifications'
import {useMutation, useQueryClient} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import type {UploadStatus} from '../api/types.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {texts} from '../texts.ts'
import {AbortDialog} from './AbortDialog.tsx'
import {useSending} from './sending/context.ts'

const TEXTS = texts.uploads

/** Gives an upload up, after asking. */
export function AbortUpload({upload: {uploadId, s3Key, path}}: {upload: UploadStatus}) {
  const {orgSlug, slug: intakeSlug} = useIntake()
  const [asking, question] = useDisclosure(false)
  const client = useQueryClient()
  const sending = useSending()
  const aborting = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/intake/{orgSlug}/{intakeSlug}/multipart-upload-abort', {
          params: {path: {orgSlug, intakeSlug}, query: {uploadId, s3Key}},
        }),
      ),
    onSuccess: () => {
      sending.ended(uploadId)
      question.close()
      notifications.show({message: TEXTS.aborted(path)})
    },
    onSettled: () => client.invalidateQueries({queryKey: ['uploads']}),
  })
  return (
    <>
      <Button variant="default" onClick={question.open}>{TEXTS.abort}</Button>
      <AbortDialog
        opened={asking}
        path={path}
        busy={aborting.isPending}
        error={aborting.error}
        onConfirm={() => aborting.mutate()}
        onClose={question.close}
      />
    </>
  )
}
