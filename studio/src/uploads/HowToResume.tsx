import {Button, Stack, Text} from '@mantine/core'
import {useLocation} from 'wouter'
import type {UploadStatus} from '../api/types.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {paths} from '../paths.ts'
import {useMay, useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {CodeSample} from '../ui/CodeSample.tsx'
import {useSending} from './sending/context.ts'

const TEXTS = texts.uploads

/** Goes on with an upload here, and the lines that do so elsewhere. */
export function HowToResume({upload}: {upload: UploadStatus}) {
  const {uploadId, path} = upload
  const {orgSlug, slug} = useIntake()
  const maySend = useMay('store:upload')
  const intake = `${orgSlug}/${slug}`
  const file = path.slice(path.lastIndexOf('/') + 1)
  return (
    <Stack gap="md">
      <Text c="dimmed">{TEXTS.resumeDetail}</Text>
      {maySend && <ResumeHere upload={upload} />}
      <CodeSample
        title={TEXTS.commandLine}
        lines={`penstock resume ${uploadId} --file ${inShell(file)} --intake ${intake} --server ${location.origin}`}
      />
      <CodeSample
        title={TEXTS.typescript}
        lines={`const uploader = new Uploader({url: ${quoted(location.origin)}, intake: ${quoted(intake)}, token: process.env.PENSTOCK_TOKEN})
await uploader.upload(await openFile(${quoted(file)}), {path: ${quoted(path)}, uploadId: ${quoted(uploadId)}})`}
      />
    </Stack>
  )
}

/** Puts the upload into the queue, where its file is asked for. */
function ResumeHere({upload: {uploadId, path, contentLength, receivedBytes}}: {upload: UploadStatus}) {
  const {id: intakeId, orgSlug, slug} = useIntake()
  const keyId = useMe().id
  const sending = useSending()
  const [, go] = useLocation()
  if (contentLength === undefined) return null

  function resume(size: number) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    sending.recall({keyId, intakeId, route: `${orgSlug}/${slug}`}, {uploadId, path, name, size, lastModified: 0, labels: []}, receivedBytes)
    go(paths.sendFiles(orgSlug, slug))
  }
  return <div><Button variant="light" onClick={() => resume(contentLength)}>{TEXTS.resumeHere}</Button></div>
}

/** One word of a shell line. */
function inShell(word: string): string {
  return /^[\w.,/@%+=:-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
