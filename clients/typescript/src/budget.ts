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

  get limit(): number {
    return this.#limit
  }

  /** Does the work as soon as there is room for it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#take()
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
  halve(now = Date.now()): void {
    if (now - this.#halvedAt >= ROUND) {
      this.#halvedAt = now
      this.#limit = Math.max(1, Math.floor(this.#limit / 2))
      this.#successes = 0
    }
  }

  async #take(): Promise<void> {
    while (this.#taken >= this.#limit) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#taken++
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
