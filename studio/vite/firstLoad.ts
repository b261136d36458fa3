import {gzipSync} from 'node:zlib'
import type {Plugin, Rolldown} from 'vite'

/**
 * Prints what a first visit loads, compressed: the entry with all it imports, its styles, and the largest page on top
 * (pages are loaded when they are opened). Fails the build above the limit.
 */
export function firstLoad({atMostKiB}: {atMostKiB: number}): Plugin {
  return {
    name: 'penstock-first-load',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const entries = chunks.filter((chunk) => chunk.isEntry)
        const entry = closure(entries, bundle)
        const pages = chunks
          .filter((chunk) => chunk.isDynamicEntry)
          .map((page) => ({name: page.name, bytes: weight([...closure([page], bundle)].filter((name) => !entry.has(name)), bundle)}))
          .sort((a, b) => b.bytes - a.bytes)
        const [largest] = pages
        const bytes = weight(entry, bundle) + (largest?.bytes ?? 0)
        const told = `first load ${kib(bytes)} KiB gzip of at most ${atMostKiB} (${kib(bytes - (largest?.bytes ?? 0))} for the frame, ${kib(largest?.bytes ?? 0)} for the largest page, ${largest?.name ?? 'none'})`
        if (bytes > atMostKiB * 1024) this.error(told)
        console.log(`\n${told}`)
      },
    },
  }
}

const kib = (bytes: number) => (bytes / 1024).toFixed(1)

/** The file names of chunks, of all that they import statically, and of their styles. */
function closure(roots: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const names = new Set<string>()
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (names.has(chunk.fileName)) return
    names.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style)
    for (const name of chunk.imports) {
      const imported = bundle[name]
      if (imported?.type === 'chunk') visit(imported)
    }
  }
  roots.forEach(visit)
  return names
}

function weight(names: Iterable<string>, bundle: Rolldown.OutputBundle): number {
  return [...names]
    .map((name) => bundle[name])
    .map((file) => (file === undefined ? '' : file.type === 'chunk' ? file.code : file.source))
    .reduce((sum, content) => sum + gzipSync(content).length, 0)
}
