import {answer, api} from '../../api/client.ts'
import type {Intake, IntakeChange} from '../../api/types.ts'
import {secondsOf} from '../../format.ts'
import {texts} from '../../texts.ts'
import {changedFields, type Errors} from '../../ui/form.ts'
import {type Amount, isWhole} from './amount.ts'
import {parseMetadata} from './metadata.ts'
import {isoDuration} from './units.ts'

const TEXTS = texts.settings
const MOST_BYTES = 50_000 * 1024 ** 3
const MOST_UPLOADS = 1_000_000
const TTL = {least: 60, most: 365 * 86_400}
// RFC 6838, section 4.2
const NAME = '[a-z0-9][a-z0-9!#$&^_.+-]{0,126}'
const CONTENT_TYPE = new RegExp(`^${NAME}/(${NAME}|\\*)$`)

/** What of an intake can be set, as a form has it. The fields are named as on the wire. */
export interface Settings {
  name: string
  description: string
  /** the id of the document store */
  store: string
  active: boolean
  largeUploadEnabled: boolean
  allowMultipleFiles: boolean
  requireDeclaredParts: boolean
  requireChecksums: boolean
  allowedContentTypes: string[]
  /** in bytes */
  maxFileBytes: Amount
  maxOpenUploads: string
  /** in seconds; empty: as the server is set */
  uploadTtl: Amount
  knowledgeFeatureIds: string[]
  /** as JSON */
  metadata: string
}

export type Setting = keyof Settings

type Change = Omit<IntakeChange, 'script' | 'scriptEnabled'>

export function settingsOf(intake: Intake): Settings {
  const {name, description, store, active, largeUploadEnabled, allowMultipleFiles, requireDeclaredParts, requireChecksums} = intake
  return {
    name,
    description: description ?? '',
    store: store.id,
    active,
    largeUploadEnabled,
    allowMultipleFiles,
    requireDeclaredParts,
    requireChecksums,
    allowedContentTypes: intake.allowedContentTypes,
    maxFileBytes: String(intake.maxFileBytes),
    maxOpenUploads: String(intake.maxOpenUploads),
    uploadTtl: String((intake.uploadTtl && secondsOf(intake.uploadTtl)) ?? ''),
    knowledgeFeatureIds: intake.knowledgeFeatureIds,
    metadata: Object.keys(intake.metadata).length > 0 ? JSON.stringify(intake.metadata, null, 2) : '',
  }
}

/** The members of the body that says what is set otherwise than before; all else keeps its value. */
export function changeOf(before: Settings, settings: Settings): Change {
  const touched = new Set<string>(changedFields(before, settings))
  return Object.fromEntries(Object.entries(written(settings)).filter(([field]) => touched.has(field)))
}

function written({description, store, maxFileBytes, maxOpenUploads, uploadTtl, metadata, ...asTheyAre}: Settings): Change {
  return {
    ...asTheyAre,
    description: description.trim() || null,
    store: {id: store},
    maxFileBytes: Number(maxFileBytes),
    maxOpenUploads: Number(maxOpenUploads),
    uploadTtl: uploadTtl === '' ? null : isoDuration(uploadTtl),
    metadata: parseMetadata(metadata).value ?? {},
  }
}

export function checkSettings({name, maxFileBytes, maxOpenUploads, uploadTtl, allowedContentTypes, metadata}: Settings): Errors<Settings> {
  const strange = allowedContentTypes.filter((type) => !CONTENT_TYPE.test(type))
  return {
    name: name.trim() === '' ? texts.manage.nameMissing : undefined,
    maxFileBytes: isBetween(maxFileBytes, 1, MOST_BYTES) ? undefined : TEXTS.sizeWrong,
    maxOpenUploads: isBetween(maxOpenUploads, 1, MOST_UPLOADS) ? undefined : TEXTS.countWrong,
    uploadTtl: uploadTtl === '' || isBetween(uploadTtl, TTL.least, TTL.most) ? undefined : TEXTS.durationWrong,
    allowedContentTypes: strange.length > 0 ? TEXTS.typesWrong(strange) : undefined,
    metadata: parseMetadata(metadata).mistake,
  }
}

function isBetween(text: string, least: number, most: number): boolean {
  return isWhole(text) && Number(text) >= least && Number(text) <= most
}

/** How settings are read and saved; of what is saved, only what was touched is sent. */
export const intakeSettings = {
  values: settingsOf,
  read: (id: string) => answer(api.GET('/api/intakes/{id}', {params: {path: {id}}})),
  change: (intake: Intake, settings: Settings) =>
    answer(
      api.PUT('/api/intakes/{id}', {
        params: {path: {id: intake.id}},
        body: {...changeOf(settingsOf(intake), settings), changeSequence: intake.changeSequence},
      }),
    ),
}
