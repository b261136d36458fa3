import {openAsBlob} from 'node:fs'

/** A file on disk as {@link Uploader.upload} takes it; its bytes are read as they are sent. */
export function openFile(path: string): Promise<Blob> {
  return openAsBlob(path)
}
