import {NativeSelect, Text, TextInput} from '@mantine/core'
import {useState} from 'react'
import {texts} from '../../texts.ts'
import {type Amount, amountOf, type Typed, typedOf, type Unit, type Units} from './amount.ts'
import styles from './AmountField.module.css'

interface Props {
  label: string
  hint: string
  value: Amount
  units: Units
  /** the unit of an empty field */
  empty: Unit
  error: string | undefined
  required?: boolean
  /** what there is to say of the amount, below it */
  note?: string | false
  onChange: (amount: Amount) => void
}

/** A number and its unit. What is typed stays as it is, as long as it means the value. */
export function AmountField({label, hint, value, units, empty, error, required, note, onChange}: Props) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(value, units, empty))
  const shown = amountOf(typed) === value ? typed : typedOf(value, units, empty)

  function type(next: Typed) {
    setTyped(next)
    onChange(amountOf(next))
  }

  return (
    <div>
      <TextInput
        label={label}
        description={hint}
        value={shown.number}
        onChange={(event) => type({...shown, number: event.currentTarget.value})}
        error={error}
        required={required ?? false}
        inputMode="decimal"
        maw="20rem"
        rightSectionWidth="7.5rem"
        rightSection={
          <NativeSelect
            className={styles.unit}
            aria-label={texts.settings.unitOf(label)}
            data={units.map(({name}) => name)}
            value={shown.unit.name}
            onChange={(event) => {
              const unit = units.find(({name}) => name === event.currentTarget.value)
              if (unit) type({...shown, unit})
            }}
          />
        }
        classNames={{wrapper: styles.wrapper ?? ''}}
      />
      {note && <Text size="sm" c="dimmed" mt={4}>{note}</Text>}
    </div>
  )
}
