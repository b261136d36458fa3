const FIRST = 2
const MOST = 8
const ROUND = 1000

/**
 * How many parts are on their way at once, over all files: one more after as many successes as are
 * allowed now, half as many when the storage or the network says that it is too much.
 */
export class Budget {
  #limit = FIRST
  #taken = 0
  #successes = 0
  #halvedAt = -Infinity
  readonly #waiting: (() => void)[] = []

  /** Does the work as soon as there is room for it, unless the signal comes first. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#take(signal)
    try {
      const result = await work()
      this.#grow()
      return result
    } finally {
      this.#taken--
      this.#wake()
    }
  }

  /** At most once a second: what was sent at once is refused at once. */
  halve(): void {
    const now = Date.now()
    if (now - this.#halvedAt >= ROUND) {
      this.#halvedAt = now
      this.#limit = Math.max(1, Math.floor(this.#limit / 2))
      this.#successes = 0
    }
  }

  async #take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    while (this.#taken >= this.#limit) {
      await this.#turn(signal)
    }
    this.#taken++
  }

  /** Whose signal comes first gives its place to the next. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        const at = this.#waiting.indexOf(wake)
        if (at >= 0) {
          this.#waiting.splice(at, 1)
        }
        reject(signal.reason)
      }
      const wake = () => {
        signal.removeEventListener('abort', stop)
        resolve()
      }
      signal.addEventListener('abort', stop, {once: true})
      this.#waiting.push(wake)
    })
  }

  #grow(): void {
    if (++this.#successes >= this.#limit && this.#limit < MOST) {
      this.#limit++
      this.#successes = 0
    }
  }

  #wake(): void {
    this.#waiting.splice(0, Math.max(0, this.#limit - this.#taken)).forEach((resolve) => resolve())
  }
}
