import {Anchor, Stack, Tabs, Text} from '@mantine/core'
import {Link} from 'wouter'
import {paths} from '../../paths.ts'
import {useMay} from '../../session/signedIn.ts'
import {texts} from '../../texts.ts'
import {useIntake} from '../intakeOfPage.ts'
import {CodeSample} from '../../ui/CodeSample.tsx'
import styles from './HowToSendTab.module.css'
import {Obstacles} from './Obstacles.tsx'
import {samplesFor, tokenSample} from './samples.ts'

const TEXTS = texts.howToSend

/** What to paste to send files to this intake, in every language that one is likely to have. */
export default function HowToSendTab() {
  const intake = useIntake()
  const mayMakeToken = useMay('intake:update')
  const languages = samplesFor(intake, location.origin)
  return (
    <Stack gap="lg">
      <Obstacles intake={intake} />
      <Text c="dimmed">
        {TEXTS.lead}{' '}
        {mayMakeToken && <Anchor component={Link} href={paths.intake(intake.orgSlug, intake.slug, 'tokens')} inherit underline="always">{TEXTS.makeToken}</Anchor>}
      </Text>
      <CodeSample {...tokenSample} />
      <Tabs defaultValue="curl" keepMounted={false}>
        <Tabs.List aria-label={TEXTS.languages} className={styles.languages}>
          {languages.map(({id, name}) => <Tabs.Tab key={id} value={id}>{name}</Tabs.Tab>)}
        </Tabs.List>
        {languages.map(({id, samples}) => (
          <Tabs.Panel key={id} value={id} pt="lg">
            <Stack gap="xl">
              {samples.map((sample) => <CodeSample key={sample.title} {...sample} />)}
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  )
}
