export {Uploader, type UploadOptions} from './uploader.js'
export {Service, type ServiceOptions} from './service.js'
export {ConnectionError, FileChangedError, PenstockError, StorageError} from './errors.js'
export {verdictOn, type Verdict} from './verdict.js'
export type {Progress} from './progress.js'
export type {
  ChecksumAlgorithm, DocumentFamily, DocumentFields, IntakeInfo, Problem, StoredPart, UploadStatus,
} from './wire.js'
