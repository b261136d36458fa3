import {texts} from '../../texts.ts'

const TEXTS = texts.settings

interface Parsed {
  value?: Record<string, unknown>
  mistake?: string
}

/** Metadata as it is typed; empty is none. */
export function parseMetadata(text: string): Parsed {
  if (text.trim() === '') return {value: {}}
  let rounded = false
  let value: unknown
  try {
    value = JSON.parse(text, (_, member: unknown) => {
      if (Number.isInteger(member) && !Number.isSafeInteger(member)) rounded = true
      return member
    })
  } catch (error) {
    return {mistake: TEXTS.metadataWrong(error instanceof Error ? error.message : '')}
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {mistake: TEXTS.metadataNoObject}
  return rounded ? {mistake: TEXTS.metadataNumber} : {value: value as Record<string, unknown>}
}
