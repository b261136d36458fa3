import {TagsInput, Text} from '@mantine/core'
import {texts} from '../../texts.ts'
import {type SettingsForm, wordsOf} from './fields.tsx'

const TEXTS = texts.settings

/** What one often wants; anything else can be typed. */
const OFTEN = [
  'application/pdf', 'image/*', 'image/jpeg', 'image/png', 'image/tiff', 'video/*', 'video/mp4', 'audio/*', 'text/*',
  'text/plain', 'text/csv', 'application/zip', 'application/octet-stream',
]

/** Several may come as one text, as when they are pasted. */
function typesIn(texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.toLowerCase().split(/[\s,;]+/)).filter(Boolean))]
}

export function ContentTypesField({form}: {form: SettingsForm}) {
  const types = form.values.allowedContentTypes
  return (
    <div>
      <TagsInput
        {...wordsOf('allowedContentTypes', form)}
        data={OFTEN}
        value={types}
        onChange={(next) => form.set('allowedContentTypes', typesIn(next))}
        placeholder={TEXTS.addType}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        spellCheck={false}
        autoCapitalize="none"
      />
      {types.length === 0 && <Text size="sm" c="dimmed" mt={4}>{TEXTS.anyType}</Text>}
    </div>
  )
}
