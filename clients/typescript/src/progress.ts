/** Where a file stands. Bytes count once the storage has confirmed their part. */
export interface Progress {
  confirmedBytes: number
  totalBytes: number
  /** Of this session, without what was there before it. */
  bytesPerSecond: number
  /** `undefined` while no rate is known. */
  secondsLeft: number | undefined
}

/** Counts the confirmed bytes of one file and tells of each step. */
export class ProgressCounter {
  readonly #total: number
  readonly #tell: (progress: Progress) => void
  readonly #began = Date.now()
  #sent = 0
  #found = 0

  constructor(total: number, tell: (progress: Progress) => void = () => {}) {
    this.#total = total
    this.#tell = tell
  }

  /** The storage has confirmed a part that was sent now. */
  sent(bytes: number): void {
    this.#sent += bytes
    this.#report()
  }

  /** The storage had a part already. */
  found(bytes: number): void {
    this.#found += bytes
    this.#report()
  }

  #report(): void {
    const seconds = Math.max(0.001, (Date.now() - this.#began) / 1000)
    const confirmedBytes = this.#sent + this.#found
    const bytesPerSecond = this.#sent / seconds
    const left = this.#total - confirmedBytes
    const secondsLeft = bytesPerSecond > 0 ? left / bytesPerSecond : undefined
    this.#tell({confirmedBytes, totalBytes: this.#total, bytesPerSecond, secondsLeft})
  }
}
