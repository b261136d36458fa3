import {Button, Group, Paper, Text, Title} from '@mantine/core'
import {IconArrowLeft, IconFileCheck} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {type ReactNode, useEffect, useRef} from 'react'
import {Link} from 'wouter'
import type {UploadStatus} from '../api/types.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {paths} from '../paths.ts'
import {useMay, useOrganization} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {Waiting} from '../ui/Waiting.tsx'
import {AbortUpload} from './AbortUpload.tsx'
import {HowToResume} from './HowToResume.tsx'
import {StateBadge} from './StateBadge.tsx'
import styles from './UploadDetail.module.css'
import {UploadFacts} from './UploadFacts.tsx'
import {UploadHistory} from './UploadHistory.tsx'
import {UploadParts} from './UploadParts.tsx'
import {UploadProblem} from './UploadProblem.tsx'
import {uploadQueries} from './uploadQueries.ts'

const TEXTS = texts.uploads

/** One upload: what it is, what of it is there, what happened, and what can be done. */
export function UploadDetail({uploadId}: {uploadId: string}) {
  const organization = useOrganization()
  const intake = useIntake()
  const upload = useQuery(uploadQueries.one(intake.id, uploadId))
  return (
    <>
      <Link href={paths.uploads(organization.slug, intake.slug)} className={styles.back}>
        <IconArrowLeft size={16} /> {TEXTS.all}
      </Link>
      {upload.data ? (
        <Found upload={upload.data} />
      ) : upload.error ? (
        <ProblemNotice error={upload.error} retry={() => void upload.refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

function Found({upload}: {upload: UploadStatus}) {
  const {state, path, problem, documentFamilyId} = upload
  const organization = useOrganization()
  const maySend = useMay('store:upload')
  const mayRead = useMay('store:read')
  const mayGoOn = state === 'receiving' || state === 'stored'
  return (
    <div className={styles.upload}>
      <header className={styles.head}>
        <div>
          <Heading>{path}</Heading>
          <Group gap="sm" mt={4}>
            <StateBadge state={state} />
            <Text size="sm" c="dimmed">{TEXTS.stateMeanings[state]}</Text>
          </Group>
        </div>
        {documentFamilyId && mayRead && (
          <Button component={Link} href={paths.document(organization.slug, documentFamilyId)} leftSection={<IconFileCheck size={18} />}>
            {TEXTS.document}
          </Button>
        )}
        {mayGoOn && maySend && <AbortUpload upload={upload} />}
      </header>
      {problem && <UploadProblem code={problem} />}
      <div className={styles.sides}>
        <Section title={TEXTS.facts}><UploadFacts upload={upload} /></Section>
        <Section title={TEXTS.whatHappened}><UploadHistory upload={upload} /></Section>
      </div>
      <Section title={TEXTS.parts}><UploadParts upload={upload} /></Section>
      {mayGoOn && <Section title={TEXTS.resume}><HowToResume upload={upload} /></Section>}
    </div>
  )
}

/** Takes the focus, as the heading of a page does: the list was left for it. */
function Heading({children}: {children: string}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({preventScroll: true}), [])
  return <Title order={2} ref={heading} tabIndex={-1} className={styles.path}>{children}</Title>
}

function Section({title, children}: {title: string; children: ReactNode}) {
  return (
    <Paper component="section" className={styles.section}>
      <Title order={3} mb="sm">{title}</Title>
      {children}
    </Paper>
  )
}
