import type {components} from './openapi.ts'

/** The shapes of the wire by their short names. */
type Schemas = components['schemas']

export type ApiKey = Schemas['ApiKey']
export type CreatedApiKey = Schemas['CreatedApiKey']
export type Grant = Schemas['Grant']
export type Permission = Grant['permissions'][number]
export type Organization = Schemas['Organization']
export type DocumentStore = Schemas['DocumentStore']
export type Intake = Schemas['Intake']
export type IntakeCreate = Schemas['IntakeCreate']
export type IntakeChange = Schemas['IntakeChange']
export type IntakeToken = Schemas['IntakeToken']
export type CreatedIntakeToken = Schemas['CreatedIntakeToken']
export type Label = Schemas['OrganizationLabel']
export type DocumentStatus = Schemas['OrganizationStatus']
export type KnowledgeFeature = Schemas['OrganizationFeature']
export type UploadStatus = Schemas['UploadStatus']
export type UploadState = Schemas['UploadState']
export type DocumentFamily = Schemas['DocumentFamily']
export type Problem = Schemas['Problem']
export type ProblemCode = Schemas['ProblemCode']

/** `GET /api/me`: the key that calls, and the service that answers. */
export interface Me {
  id: string
  name: string
  expiresAt?: string
  grants: Grant[]
  server?: {version: string; publicUrl: string; storageUrl: string}
}

/** One of `GET /api/intake-activity`: what goes on at an intake; today is since 00:00 UTC. */
export interface IntakeActivity {
  intakeId: string
  uploadsToday: number
  openUploads: number
  lastUploadOn?: string
  lastProblem?: {uploadId: string; code: ProblemCode; on: string}
}
