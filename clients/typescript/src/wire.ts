import type {components} from './openapi.js'

type Schemas = components['schemas']

/** What comes of an upload: the record with path, metadata, labels and content objects. */
export type DocumentFamily = Schemas['DocumentFamily']
/** Where an upload stands, and what the storage holds of it. */
export type UploadStatus = Schemas['UploadStatus']
/** What a client may know of an intake before it starts. */
export type IntakeInfo = Schemas['IntakeInfo']
/** A part that the storage really holds. */
export type StoredPart = Schemas['StoredPart']
/** A refusal (RFC 9457) with its `code`, one of `/problems.yaml`. */
export type Problem = Schemas['Problem']
export type PartUrl = Schemas['PartUrl']
export type ChecksumAlgorithm = Schemas['NamedChecksumAlgorithm']

/** The fields of a completion; all of them are optional. */
export interface DocumentFields {
  /** Of the highest priority in the merge. */
  metadata?: Record<string, unknown>
  /** Of the lowest priority in the merge. */
  extraFields?: Record<string, unknown>
  /** Goes into the container under the key `default`. */
  externalData?: Record<string, unknown>
  labels?: readonly string[]
  statusId?: string
  knowledgeFeatures?: readonly {id: string}[]
  documentVersion?: string
  filename?: string
}

/** The fields as a body has them: labels with a comma between. */
export function bodyOf({labels, ...fields}: DocumentFields): Record<string, unknown> {
  return {...fields, ...(labels && {labels: labels.join(',')})}
}
