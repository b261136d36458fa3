import {Text} from '@mantine/core'
import {number} from '../../format.ts'
import {texts} from '../../texts.ts'
import {Surface} from '../../ui/Surface.tsx'
import {isWhole} from './amount.ts'
import {AmountField} from './AmountField.tsx'
import {ContentTypesField} from './ContentTypesField.tsx'
import {FeaturesField} from './FeaturesField.tsx'
import {LongTextField, type SettingsForm, SwitchField, TextField} from './fields.tsx'
import {StoreField} from './StoreField.tsx'
import {BYTES, COUNTED_IN, SECONDS} from './units.ts'

const TEXTS = texts.settings

/** Every setting of an intake, by subject. */
export function SettingsFields({form}: {form: SettingsForm}) {
  return (
    <>
      <Surface title={TEXTS.about}>
        <SwitchField field="active" form={form} />
        <TextField field="name" form={form} required />
        <LongTextField field="description" form={form} rows={3} />
        <StoreField form={form} />
      </Surface>
      <Surface title={TEXTS.takes}>
        <SwitchField field="largeUploadEnabled" form={form} />
        <SwitchField field="allowMultipleFiles" form={form} />
        <ContentTypesField form={form} />
        <SwitchField field="requireDeclaredParts" form={form} />
        <SwitchField field="requireChecksums" form={form} />
      </Surface>
      <Surface title={TEXTS.limits}>
        <LargestFileField form={form} />
        <TextField field="maxOpenUploads" form={form} required />
        <UploadTimeField form={form} />
      </Surface>
      <Surface title={TEXTS.gives} lead={TEXTS.givesLead}>
        <FeaturesField form={form} />
        <div>
          <LongTextField field="metadata" form={form} rows={8} code />
          {form.values.metadata.trim() === '' && <Text size="sm" c="dimmed" mt={4}>{TEXTS.noMetadata}</Text>}
        </div>
      </Surface>
    </>
  )
}

function LargestFileField({form}: {form: SettingsForm}) {
  const bytes = form.values.maxFileBytes
  return (
    <AmountField
      label={TEXTS.labels.maxFileBytes}
      hint={TEXTS.hints.maxFileBytes}
      value={bytes}
      units={BYTES}
      empty={COUNTED_IN.bytes}
      error={form.errors.maxFileBytes}
      note={isWhole(bytes) && TEXTS.exactly(number(Number(bytes)))}
      onChange={(amount) => form.set('maxFileBytes', amount)}
      required
    />
  )
}

function UploadTimeField({form}: {form: SettingsForm}) {
  const seconds = form.values.uploadTtl
  return (
    <AmountField
      label={TEXTS.labels.uploadTtl}
      hint={TEXTS.hints.uploadTtl}
      value={seconds}
      units={SECONDS}
      empty={COUNTED_IN.seconds}
      error={form.errors.uploadTtl}
      note={seconds === '' && TEXTS.noTtl}
      onChange={(amount) => form.set('uploadTtl', amount)}
    />
  )
}
