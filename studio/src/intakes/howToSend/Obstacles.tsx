import {Alert, Anchor, Text} from '@mantine/core'
import {IconAlertTriangle} from '@tabler/icons-react'
import {Link} from 'wouter'
import type {Intake} from '../../api/types.ts'
import {paths} from '../../paths.ts'
import {texts} from '../../texts.ts'

const TEXTS = texts.howToSend

/** Why nothing, or nothing large, comes in as the intake is set. */
export function Obstacles({intake: {active, largeUploadEnabled, orgSlug, slug}}: {intake: Intake}) {
  if (active && largeUploadEnabled) return null
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={20} />} title={active ? TEXTS.noLarge : TEXTS.inactive}>
      <Text size="sm">
        {active ? TEXTS.noLargeDetail : TEXTS.inactiveDetail}{' '}
        <Anchor component={Link} href={paths.intake(orgSlug, slug, 'settings')} inherit c="inherit" underline="always">{TEXTS.toSettings}</Anchor>
      </Text>
    </Alert>
  )
}
