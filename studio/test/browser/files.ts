import {createHash, randomBytes} from 'node:crypto'
import {mkdir, mkdtemp, open, rm, writeFile} from 'node:fs/promises'
import {createReadStream} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

const MIB = 1024 * 1024

/** A folder for files that tests send; gone after them. */
export class Files {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Files> {
    return new Files(await mkdtemp(join(tmpdir(), 'penstock-files-')))
  }

  /** A sparse file in which every MiB begins with bytes of its own, so that no two parts are the same. */
  async large(name: string, mebibytes: number): Promise<string> {
    const path = join(this.folder, name)
    const file = await open(path, 'w')
    for (let at = 0; at < mebibytes; at++) await file.write(randomBytes(64), 0, 64, at * MIB)
    await file.truncate(mebibytes * MIB)
    await file.close()
    return path
  }

  async small(name: string, content: string): Promise<string> {
    const path = join(this.folder, name)
    await mkdir(dirname(path), {recursive: true})
    await writeFile(path, content)
    return path
  }

  remove() {
    return rm(this.folder, {recursive: true, force: true})
  }
}

export async function sha256(bytes: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256')
  for await (const some of bytes) hash.update(some as Uint8Array)
  return hash.digest('hex')
}

export function sha256Of(path: string): Promise<string> {
  return sha256(createReadStream(path, {highWaterMark: MIB}))
}
