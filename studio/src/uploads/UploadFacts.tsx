import type {UploadStatus} from '../api/types.ts'
import {bytes, dateTime, number, relative} from '../format.ts'
import {texts} from '../texts.ts'
import {isOpen} from './states.ts'
import styles from '../ui/Facts.module.css'

const TEXTS = texts.uploads

export function UploadFacts({upload}: {upload: UploadStatus}) {
  const {contentLength, contentType, checksumAlgorithm, createdOn, expiresAt, s3Key, state, uploadId} = upload
  return (
    <dl className={styles.facts}>
      <dt>{TEXTS.size}</dt>
      <dd>{contentLength === undefined ? TEXTS.sizeUnknown : bytes(contentLength)}</dd>
      <dt>{TEXTS.contentType}</dt>
      <dd className="mono">{contentType}</dd>
      <dt>{TEXTS.partSize}</dt>
      <dd>{partSize(upload)}</dd>
      <dt>{TEXTS.checksum}</dt>
      <dd>{checksumAlgorithm ?? TEXTS.noChecksum}</dd>
      <dt>{TEXTS.begun}</dt>
      <dd>{dateTime(createdOn)}</dd>
      {isOpen(state) && (
        <>
          <dt>{TEXTS.deadline}</dt>
          <dd>{dateTime(expiresAt)} ({relative(expiresAt)})</dd>
        </>
      )}
      <dt>{TEXTS.uploadId}</dt>
      <dd className="mono">{uploadId}</dd>
      <dt>{TEXTS.objectKey}</dt>
      <dd className="mono">{s3Key}</dd>
    </dl>
  )
}

function partSize({partSize, partGrowthEvery}: UploadStatus): string {
  return partGrowthEvery === undefined ? bytes(partSize) : TEXTS.partSizeGrows(bytes(partSize), number(partGrowthEvery))
}
