import {Code, Text} from '@mantine/core'
import {duration, number} from '../../format.ts'
import {texts} from '../../texts.ts'
import {useFeatureNames} from './FeaturesField.tsx'
import {isWhole} from './amount.ts'
import type {Setting, Settings} from './settings.ts'
import {useStoreNames} from './StoreField.tsx'
import {exactSize, isoDuration} from './units.ts'

const TEXTS = texts.settings

/** A setting to be read: what has no value shows what then holds. */
export function SettingValue({field, settings}: {field: Setting; settings: Settings}) {
  const value = settings[field]
  if (typeof value === 'boolean') return value ? texts.intakes.on : texts.intakes.off
  switch (field) {
    case 'store':
      return <StoreName id={settings.store} />
    case 'knowledgeFeatureIds':
      return <FeatureNames ids={settings.knowledgeFeatureIds} />
    case 'allowedContentTypes':
      return settings.allowedContentTypes.join(', ') || TEXTS.anyTypeValue
    case 'maxFileBytes':
      return isWhole(settings.maxFileBytes) ? exactSize(settings.maxFileBytes) : settings.maxFileBytes
    case 'maxOpenUploads':
      return isWhole(settings.maxOpenUploads) ? number(Number(settings.maxOpenUploads)) : settings.maxOpenUploads
    case 'uploadTtl':
      return isWhole(settings.uploadTtl) ? duration(isoDuration(settings.uploadTtl)) : settings.uploadTtl || TEXTS.noTtlValue
    case 'metadata':
      return settings.metadata.trim() === '' ? TEXTS.noMetadata : <Code block>{settings.metadata}</Code>
    case 'description':
      return settings.description === '' ? TEXTS.noDescription : <Text inherit component="span">{settings.description}</Text>
    default:
      return String(value)
  }
}

function StoreName({id}: {id: string}) {
  return useStoreNames().get(id) ?? id
}

function FeatureNames({ids}: {ids: string[]}) {
  const names = useFeatureNames()
  return ids.length === 0 ? texts.common.none : ids.map((id) => names?.get(id) ?? id).join(', ')
}
