import {Anchor, MultiSelect, Text} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import {Link} from 'wouter'
import {queries} from '../../api/queries.ts'
import {paths} from '../../paths.ts'
import {useOrganization, useStorePermissions} from '../../session/signedIn.ts'
import {texts} from '../../texts.ts'
import {type SettingsForm, wordsOf} from './fields.tsx'

const TEXTS = texts.settings

/** The names of the organization's features by id; nothing until they have come. */
export function useFeatureNames(): Map<string, string> | undefined {
  const {data: features} = useQuery(queries.features(useOrganization().id))
  return features && new Map(features.map(({id, name}) => [id, name]))
}

/** Chosen from those of the organization; they stay in the order in which they were chosen. */
export function FeaturesField({form}: {form: SettingsForm}) {
  const names = useFeatureNames()
  const chosen = form.values.knowledgeFeatureIds
  const ids = new Set([...(names?.keys() ?? []), ...chosen])
  if (names?.size === 0 && chosen.length === 0) return <NoFeatures />
  return (
    <div>
      <MultiSelect
        {...wordsOf('knowledgeFeatureIds', form)}
        data={[...ids].map((id) => ({value: id, label: names?.get(id) ?? id}))}
        value={chosen}
        onChange={(next) => form.set('knowledgeFeatureIds', next)}
        placeholder={chosen.length === 0 ? TEXTS.chooseFeatures : ''}
        searchable
      />
      {chosen.length === 0 && <Text size="sm" c="dimmed" mt={4}>{TEXTS.noFeatures}</Text>}
    </div>
  )
}

function NoFeatures() {
  const organization = useOrganization()
  const allowed = useStorePermissions()
  return (
    <div>
      <Text size="sm" fw={600}>{TEXTS.labels.knowledgeFeatureIds}</Text>
      <Text size="sm" c="dimmed">
        {TEXTS.noFeaturesAtAll}{' '}
        {allowed.create && <Anchor component={Link} href={paths.organization(organization.slug, '/features')} inherit underline="always">{TEXTS.makeFeatures}</Anchor>}
      </Text>
    </div>
  )
}
