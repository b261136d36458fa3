import {Stack, Text} from '@mantine/core'
import type {UploadStatus} from '../api/types.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {texts} from '../texts.ts'
import {CopyableLines} from './CopyableLines.tsx'

const TEXTS = texts.uploads

/** The lines that go on with an upload elsewhere. */
export function HowToResume({upload: {uploadId, path}}: {upload: UploadStatus}) {
  const {orgSlug, slug} = useIntake()
  const intake = `${orgSlug}/${slug}`
  const file = path.slice(path.lastIndexOf('/') + 1)
  return (
    <Stack gap="md">
      <Text c="dimmed">{TEXTS.resumeDetail}</Text>
      <CopyableLines
        label={TEXTS.commandLine}
        lines={`penstock resume ${uploadId} --file ${inShell(file)} --intake ${intake} --server ${location.origin}`}
      />
      <CopyableLines
        label={TEXTS.typescript}
        lines={`const uploads = new Uploads({url: ${quoted(location.origin)}, intake: ${quoted(intake)}, token: process.env.PENSTOCK_TOKEN})
await uploads.upload(await openFile(${quoted(file)}), {path: ${quoted(path)}, uploadId: ${quoted(uploadId)}})`}
      />
    </Stack>
  )
}

/** One word of a shell line. */
function inShell(word: string): string {
  return /^[\w.,/@%+=:-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
