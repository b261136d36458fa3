import {Alert, Stack, TextInput} from '@mantine/core'
import {IconPlayerStop} from '@tabler/icons-react'
import {useEffect, useMemo, useState} from 'react'
import {bytes} from '../../format.ts'
import {useIntake} from '../../intakes/intakeOfPage.ts'
import {useMe} from '../../session/signedIn.ts'
import {texts} from '../../texts.ts'
import {useSending, useSendingFiles} from './context.ts'
import {DropZone} from './DropZone.tsx'
import type {ChosenFile, Destination} from './file.ts'
import {FileList} from './FileList.tsx'
import {recallUnfinished} from './recall.ts'
import styles from './SendTab.module.css'

const TEXTS = texts.sending

/** Sends files from this browser. They go on while other pages of Studio are shown. */
export default function SendTab() {
  const {active, largeUploadEnabled, maxFileBytes} = useIntake()
  const sending = useSending()
  const to = useDestination()
  const files = useSendingFiles().filter((file) => file.to.intakeId === to.intakeId)
  const [folder, setFolder] = useState('')
  const [labels, setLabels] = useState('')
  useEffect(() => void recallUnfinished(sending, to), [sending, to])

  const add = (chosen: ChosenFile[]) =>
    sending.add(to, chosen.map(({file, path}) => ({file, path: pathIn(folder, path)})), labelsOf(labels))

  return (
    <Stack gap="lg">
      {active && largeUploadEnabled ? (
        <>
          <div className={styles.fields}>
            <TextInput
              label={TEXTS.folder}
              description={TEXTS.folderHint}
              placeholder="reels/2026"
              value={folder}
              onChange={(event) => setFolder(event.currentTarget.value)}
            />
            <TextInput
              label={TEXTS.labels}
              description={TEXTS.labelsHint}
              value={labels}
              onChange={(event) => setLabels(event.currentTarget.value)}
            />
          </div>
          <DropZone most={bytes(maxFileBytes)} onFiles={add} />
        </>
      ) : (
        <Alert color="orange" icon={<IconPlayerStop size={20} />} title={active ? TEXTS.largeOff : TEXTS.off}>
          {active ? TEXTS.largeOffDetail : TEXTS.offDetail}
        </Alert>
      )}
      <FileList files={files} />
    </Stack>
  )
}

function useDestination(): Destination {
  const {id: intakeId, orgSlug, slug} = useIntake()
  const keyId = useMe().id
  return useMemo(() => ({keyId, intakeId, route: `${orgSlug}/${slug}`}), [keyId, intakeId, orgSlug, slug])
}

/** Slashes at the ends and double ones make no folder. */
function pathIn(folder: string, path: string): string {
  return [...folder.trim().split('/'), path].filter((segment) => segment !== '').join('/')
}

function labelsOf(text: string): string[] {
  return text.split(',').map((label) => label.trim()).filter((label) => label !== '')
}
