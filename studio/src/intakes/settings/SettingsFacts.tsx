import {Text} from '@mantine/core'
import {texts} from '../../texts.ts'
import {useIntake} from '../intakeOfPage.ts'
import {Surface} from '../../ui/Surface.tsx'
import {type Setting, settingsOf} from './settings.ts'
import styles from './SettingsFacts.module.css'
import {SettingValue} from './SettingValue.tsx'

const TEXTS = texts.settings

/** The settings for those who may only read them. */
export function SettingsFacts() {
  const settings = settingsOf(useIntake())
  return (
    <Surface title={TEXTS.title} lead={TEXTS.readOnly}>
      <dl className={styles.facts}>
        {(Object.keys(TEXTS.labels) as Setting[]).map((field) => (
          <div key={field}>
            <dt>{TEXTS.labels[field]}</dt>
            <dd>
              <SettingValue field={field} settings={settings} />
              <Text size="sm" c="dimmed">{TEXTS.hints[field]}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </Surface>
  )
}
