import {Badge, Group} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import {Suspense} from 'react'
import {useParams} from 'wouter'
import {queries} from '../api/queries.ts'
import type {Intake} from '../api/types.ts'
import {NotFound} from '../layout/NotFound.tsx'
import {paths} from '../paths.ts'
import {may} from '../session/permissions.ts'
import {useMe, useOrganization} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {PageHeader} from '../ui/PageHeader.tsx'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {TabLinks} from '../ui/TabLinks.tsx'
import {Waiting} from '../ui/Waiting.tsx'
import {IntakeContext} from './intakeOfPage.ts'
import {tabs} from './tabs.ts'

/** One intake: its name, and below it the tab that the address names. */
export default function IntakePage() {
  const organization = useOrganization()
  const {intake: slug} = useParams<{intake: string}>()
  const intakes = useQuery(queries.intakes(organization.id))
  if (!intakes.data) {
    return intakes.error ? <ProblemNotice error={intakes.error} retry={() => void intakes.refetch()} /> : <Waiting />
  }
  const intake = intakes.data.find((one) => one.slug === slug)
  return intake ? <Found key={intake.id} intake={intake} /> : <NotFound />
}

function Found({intake}: {intake: Intake}) {
  const organization = useOrganization()
  const me = useMe()
  const {tab: here} = useParams<{tab: string}>()
  const mine = tabs.filter(({permission}) => may(me, permission, organization.id))
  const Shown = mine.find(({path}) => path === here)?.page
  return (
    <IntakeContext value={intake}>
      <PageHeader
        title={intake.name}
        lead={
          <Group gap="xs" component="span">
            <span className="mono">{organization.slug}/{intake.slug}</span>
            {!intake.active && <Badge color="gray">{texts.intakes.inactive}</Badge>}
          </Group>
        }
      />
      <TabLinks
        label={intake.name}
        links={mine.map(({path, text}) => ({text, to: paths.intake(organization.slug, intake.slug, path), here: path === here}))}
      />
      {Shown ? <Suspense fallback={<Waiting />}><Shown /></Suspense> : <NotFound />}
    </IntakeContext>
  )
}
