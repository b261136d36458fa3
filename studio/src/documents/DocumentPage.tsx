import {Badge, Button, Code, Group, Stack} from '@mantine/core'
import {IconDownload} from '@tabler/icons-react'
import {useMutation, useQuery} from '@tanstack/react-query'
import {useParams} from 'wouter'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {DocumentFamily} from '../api/types.ts'
import {bytes, dateTime} from '../format.ts'
import {Surface} from '../ui/Surface.tsx'
import {NotFound} from '../layout/NotFound.tsx'
import {useMay} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {PageHeader} from '../ui/PageHeader.tsx'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {Waiting} from '../ui/Waiting.tsx'
import styles from '../ui/Facts.module.css'

const TEXTS = texts.documents

/** One document: what it is, what is known of it, and its content to download. */
export default function DocumentPage() {
  const {document: id = ''} = useParams<{document: string}>()
  const mayRead = useMay('store:read')
  const family = useQuery({...queries.document(id), enabled: mayRead})
  if (!mayRead) return <NotFound />
  if (family.data) return <Found family={family.data} />
  return family.error ? <ProblemNotice error={family.error} retry={() => void family.refetch()} /> : <Waiting />
}

function Found({family}: {family: DocumentFamily}) {
  return (
    <>
      <PageHeader title={family.path} lead={TEXTS.in(family.storeRef)} />
      <Stack gap="lg">
        <Surface title={TEXTS.facts}><Facts family={family} /></Surface>
        <Surface title={TEXTS.content}>
          {family.contentObjects.map(({contentType}) => <Download key={contentType} family={family} kind={contentType} />)}
        </Surface>
        <Surface title={TEXTS.metadata}>
          <Code block tabIndex={0}>{JSON.stringify(family.metadata, null, 2)}</Code>
        </Surface>
      </Stack>
    </>
  )
}

function Facts({family: {id, size, createdOn, documentStatus, labels, contentObjects}}: {family: DocumentFamily}) {
  const native = contentObjects.find(({contentType}) => contentType === 'NATIVE')
  return (
    <dl className={styles.facts}>
      <dt>{TEXTS.size}</dt>
      <dd>{bytes(size)}</dd>
      <dt>{TEXTS.type}</dt>
      <dd className="mono">{native?.mimeType ?? texts.common.none}</dd>
      <dt>{TEXTS.verified}</dt>
      <dd>{native?.verified ?? texts.common.none}</dd>
      <dt>{texts.common.createdOn}</dt>
      <dd>{dateTime(createdOn)}</dd>
      <dt>{TEXTS.status}</dt>
      <dd>{documentStatus?.name ?? texts.common.none}</dd>
      <dt>{TEXTS.labels}</dt>
      <dd>
        <Group gap="xs">{labels.length === 0 ? texts.common.none : labels.map(({name}) => <Badge key={name} variant="default">{name}</Badge>)}</Group>
      </dd>
      <dt>{TEXTS.id}</dt>
      <dd className="mono">{id}</dd>
    </dl>
  )
}

/** The URL is signed when it is asked for, and holds for minutes. */
function Download({family, kind}: {family: DocumentFamily; kind: 'NATIVE' | 'DOCUMENT'}) {
  const downloading = useMutation({
    mutationFn: () => answer(api.GET('/api/document-families/{id}/content/{kind}', {params: {path: {id: family.id, kind}}})),
    onSuccess: ({url}) => location.assign(url),
  })
  return (
    <div>
      <Button variant="default" leftSection={<IconDownload size={18} />} loading={downloading.isPending} onClick={() => downloading.mutate()}>
        {TEXTS.download[kind]}
      </Button>
      {downloading.error && <ProblemNotice error={downloading.error} />}
    </div>
  )
}
