import {Stack, TextInput} from '@mantine/core'
import {IconCheck} from '@tabler/icons-react'
import {texts} from '../texts.ts'
import type {Errors, Form} from '../ui/form.ts'
import styles from './Color.module.css'

const TEXTS = texts.color
const COLOR = /^#[0-9a-f]{6}$/i

/** What is offered; dark enough for the white mark of the chosen one. */
const SWATCHES = [
  {color: '#c92a2a', name: TEXTS.red},
  {color: '#c2410c', name: TEXTS.orange},
  {color: '#8a6d00', name: TEXTS.ochre},
  {color: '#2b8a3e', name: TEXTS.green},
  {color: '#0b7285', name: TEXTS.teal},
  {color: '#1864ab', name: TEXTS.blue},
  {color: '#5f3dc4', name: TEXTS.violet},
  {color: '#a61e4d', name: TEXTS.pink},
  {color: '#495057', name: TEXTS.gray},
]

/** A name with its colour, if it has one. */
export function Colored({name, color}: {name: string; color: string | null}) {
  return (
    <span className={styles.colored}>
      <Dot color={color} />
      {name}
    </span>
  )
}

function Dot({color}: {color: string | null}) {
  return <span className={styles.dot} style={{background: color ?? 'transparent'}} data-none={color === null || undefined} />
}

/** Takes one of the colours offered, any other as it is written on the wire, or none. */
export function ColorField({form}: {form: Form<{color: string}>}) {
  const {color} = form.values
  return (
    <Stack gap="xs">
      <TextInput
        label={TEXTS.label}
        description={TEXTS.hint}
        placeholder="#rrggbb"
        leftSection={<Dot color={COLOR.test(color.trim()) ? color.trim() : null} />}
        value={color}
        onChange={(event) => form.set('color', event.currentTarget.value)}
        error={form.errors.color}
        spellCheck={false}
      />
      <div className={styles.swatches} role="group" aria-label={TEXTS.offered}>
        <button
          type="button"
          className={styles.swatch}
          data-none
          title={TEXTS.none}
          aria-label={TEXTS.none}
          aria-pressed={color === ''}
          onClick={() => form.set('color', '')}
        >
          {color === '' && <IconCheck size={16} />}
        </button>
        {SWATCHES.map((swatch) => (
          <button
            key={swatch.color}
            type="button"
            className={styles.swatch}
            style={{background: swatch.color}}
            title={swatch.name}
            aria-label={swatch.name}
            aria-pressed={swatch.color === color}
            onClick={() => form.set('color', swatch.color)}
          >
            {swatch.color === color && <IconCheck size={16} />}
          </button>
        ))}
      </div>
    </Stack>
  )
}

export function checkColor({color}: {color: string}): Errors<{color: string}> {
  return color.trim() === '' || COLOR.test(color.trim()) ? {} : {color: TEXTS.wrong}
}

/** The colour on the wire: none where the field is empty. */
export function colorOf(color: string): string | null {
  return color.trim() || null
}

/** A field's value where two are compared: a colour with its dot. */
export function showColored<V extends {color: string}>(field: keyof V, values: V) {
  if (field !== 'color') return String(values[field])
  return values.color ? <><Dot color={values.color} /> <span className="mono">{values.color}</span></> : TEXTS.none
}
