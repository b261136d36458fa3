import type {components} from './openapi.ts'

/** The shapes of the wire by their short names. */
type Schemas = components['schemas']

export type ApiKey = Schemas['ApiKey']
/** `GET /api/me`: the key that calls. */
export type Me = Schemas['ApiKey']
export type CreatedApiKey = Schemas['CreatedApiKey']
export type Grant = Schemas['Grant']
export type Permission = Grant['permissions'][number]
export type Organization = Schemas['Organization']
export type DocumentStore = Schemas['DocumentStore']
export type Intake = Schemas['Intake']
export type IntakeCreate = Schemas['IntakeCreate']
export type IntakeChange = Schemas['IntakeChange']
export type IntakeActivity = Schemas['IntakeActivity']
export type IntakeToken = Schemas['IntakeToken']
export type CreatedIntakeToken = Schemas['CreatedIntakeToken']
export type Label = Schemas['OrganizationLabel']
export type DocumentStatus = Schemas['OrganizationStatus']
export type KnowledgeFeature = Schemas['OrganizationFeature']
export type UploadStatus = Schemas['UploadStatus']
export type UploadState = Schemas['UploadState']
export type UploadStep = Schemas['UploadStep']
export type DocumentFamily = Schemas['DocumentFamily']
export type DocumentContainer = Schemas['DocumentContainer']
export type Problem = Schemas['Problem']
export type ProblemCode = Schemas['ProblemCode']
