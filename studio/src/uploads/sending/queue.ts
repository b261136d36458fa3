import type {Progress} from '@penstock/client'
import {currentKey, signOut} from '../../session/session.ts'
import {type ChosenFile, type Destination, isActive, isSame, type SendingFile, type Stage} from './file.ts'
import {forget, remember, type Unfinished} from './memory.ts'
import type {Transfers} from './transfers.ts'

/** So many files at once; their parts share a budget of their own. */
const AT_ONCE = 3
const UNTIL_NEXT_TRY = 10_000

/**
 * The files that are being sent, whatever page is shown. It belongs to one key: with the session it stops, and what was
 * begun can be gone on with.
 */
export class SendingQueue {
  #files: readonly SendingFile[] = []
  #transfers: Promise<Transfers> | undefined
  readonly #key = currentKey() ?? ''
  readonly #listeners = new Set<() => void>()
  readonly #stops = new Map<string, AbortController>()

  readonly files = () => this.#files

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  constructor() {
    window.addEventListener('online', this.#tryAgain)
  }

  /**
   * Queues files. One that was interrupted is recognised by its name, size and time and goes on; one that is in the
   * queue already is not sent twice.
   */
  add(to: Destination, chosen: ChosenFile[], labels: string[]): void {
    const fresh: SendingFile[] = []
    for (const {file, path} of chosen) {
      const mine = this.#files.filter((one) => one.to.intakeId === to.intakeId && isSame(one, file))
      const interrupted = mine.filter(({stage}) => stage.is === 'interrupted')
      const known = interrupted.find((one) => one.path === path) ?? interrupted[0]
      if (known) this.chooseAgain(known.id, file)
      else if (!mine.some((one) => one.path === path && one.stage.is !== 'arrived')) fresh.push(waiting(to, file, path, labels))
    }
    this.#become([...this.#files, ...fresh])
    this.#startNext()
  }

  /** Takes up an upload whose file has to be chosen again. */
  recall(to: Destination, one: Omit<Unfinished, 'tab'>, confirmedBytes: number): void {
    if (this.#files.some(({uploadId}) => uploadId === one.uploadId)) return
    const {path, name, size, lastModified, labels, uploadId} = one
    const file = {path, name, size, lastModified, labels, uploadId, to, confirmedBytes, source: undefined}
    this.#become([...this.#files, {...file, id: freshId(), stage: {is: 'interrupted'}}])
  }

  chooseAgain(id: string, source: File): void {
    this.#change(id, {source, stage: {is: 'waiting'}})
    this.#startNext()
  }

  /** What arrived stays. */
  pause(id: string): void {
    const file = this.#find(id)
    if (!file || !isActive(file)) return
    this.#change(id, {stage: {is: 'paused'}})
    this.#stop(id)
  }

  /** Goes on after a pause, or tries again after a failure. */
  resume(id: string): void {
    const is = this.#find(id)?.stage.is
    if (is !== 'paused' && is !== 'failed' && is !== 'cut-off') return
    this.#change(id, {stage: {is: 'waiting'}})
    this.#startNext()
  }

  /** Gives the upload up and takes the file off the list; resolves to whether that worked. */
  async cancel(id: string): Promise<boolean> {
    const before = this.#find(id)
    if (!before) return true
    this.#change(id, {stage: {is: 'cancelling'}})
    this.#stop(id)
    const file = this.#find(id) ?? before
    const because = file.uploadId ? await (await this.#engine()).abort(file) : undefined
    if (because) this.#change(id, {stage: {is: 'failed', because}})
    else this.#remove(file)
    return because === undefined
  }

  /** Takes a file off the list; nothing is said to the service. */
  dismiss(id: string): void {
    const file = this.#find(id)
    if (file) this.#remove(file)
  }

  /** The upload is over, as somebody else decided. */
  ended(uploadId: string): void {
    const file = this.#files.find((one) => one.uploadId === uploadId)
    if (file) this.#remove(file)
  }

  /** Stops all of it. */
  stop(): void {
    window.removeEventListener('online', this.#tryAgain)
    for (const id of this.#stops.keys()) this.#stop(id)
    this.#become([])
  }

  #startNext(): void {
    const running = this.#files.filter(({stage}) => stage.is === 'sending').length
    const next = this.#files.filter(({stage}) => stage.is === 'waiting').slice(0, Math.max(0, AT_ONCE - running))
    for (const file of next) void this.#send(file)
  }

  async #send(file: SendingFile): Promise<void> {
    const {id, source} = file
    if (!source) return
    const stop = new AbortController()
    this.#stops.set(id, stop)
    this.#change(id, {stage: {is: 'sending', bytesPerSecond: 0, secondsLeft: undefined}})
    const {signal} = stop
    try {
      const engine = await this.#engine()
      signal.throwIfAborted()
      const onBegin = (uploadId: string) => this.#begun(id, uploadId)
      const onProgress = (progress: Progress) => signal.aborted || this.#progressed(id, progress)
      const outcome = await engine.send(file, source, {onBegin, onProgress, signal})
      if (!signal.aborted) this.#ended(id, outcome)
    } catch {
      // either it was stopped, or the engine itself could not be loaded
      if (!signal.aborted) this.#ended(id, {is: 'cut-off'})
    }
    this.#startNext()
  }

  #begun(id: string, uploadId: string): void {
    const file = this.#find(id)
    if (!file) return
    if (file.uploadId && file.uploadId !== uploadId) forget(file.to, file.uploadId)
    remember(file.to, uploadId, file)
    // another upload than before has nothing yet
    this.#change(id, {uploadId, ...(file.uploadId !== uploadId && {confirmedBytes: 0})})
  }

  /** While what is there is compared with the file, less is confirmed than before. */
  #progressed(id: string, {confirmedBytes, bytesPerSecond, secondsLeft}: Progress): void {
    const before = this.#find(id)?.confirmedBytes ?? 0
    this.#change(id, {
      confirmedBytes: Math.max(before, confirmedBytes),
      stage: {is: 'sending', bytesPerSecond, secondsLeft},
    })
  }

  #ended(id: string, outcome: Awaited<ReturnType<Transfers['send']>>): void {
    this.#stops.delete(id)
    const file = this.#find(id)
    if (!file) return
    switch (outcome.is) {
      case 'arrived':
        if (file.uploadId) forget(file.to, file.uploadId)
        this.#change(id, {stage: outcome, source: undefined, confirmedBytes: file.size})
        break
      case 'cut-off':
        this.#change(id, {stage: outcome})
        setTimeout(() => this.#find(id)?.stage.is === 'cut-off' && this.resume(id), UNTIL_NEXT_TRY)
        break
      case 'interrupted':
        this.#change(id, {stage: outcome, source: undefined})
        break
      case 'failed':
        this.#change(id, {stage: {is: 'failed', because: outcome.because}})
        if (outcome.unauthenticated && currentKey() === this.#key) signOut('refused')
        break
    }
  }

  readonly #tryAgain = () => {
    for (const {id, stage} of this.#files) if (stage.is === 'cut-off') this.resume(id)
  }

  #engine(): Promise<Transfers> {
    this.#transfers ??= import('./transfers.ts').then(({Transfers}) => new Transfers(this.#key))
    // what could not be loaded is loaded with the next file
    this.#transfers.catch(() => (this.#transfers = undefined))
    return this.#transfers
  }

  #stop(id: string): void {
    this.#stops.get(id)?.abort()
    this.#stops.delete(id)
  }

  #find(id: string): SendingFile | undefined {
    return this.#files.find((file) => file.id === id)
  }

  #change(id: string, change: Partial<SendingFile> & {stage?: Stage}): void {
    this.#become(this.#files.map((file) => (file.id === id ? {...file, ...change} : file)))
  }

  #remove({id, to, uploadId}: SendingFile): void {
    this.#stop(id)
    if (uploadId) forget(to, uploadId)
    this.#become(this.#files.filter((file) => file.id !== id))
    this.#startNext()
  }

  #become(files: readonly SendingFile[]): void {
    this.#files = files
    if (files.some(isActive)) window.addEventListener('beforeunload', askBeforeLeaving)
    else window.removeEventListener('beforeunload', askBeforeLeaving)
    for (const listener of this.#listeners) listener()
  }
}

/** The browser asks in its own words. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function waiting(to: Destination, source: File, path: string, labels: string[]): SendingFile {
  const {name, size, lastModified} = source
  return {
    id: freshId(), to, path, name, size, lastModified, labels, source,
    uploadId: undefined, confirmedBytes: 0, stage: {is: 'waiting'},
  }
}

let ids = 0

function freshId(): string {
  return `file-${++ids}`
}
