import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import type {Plugin} from 'vite'

const ID = 'virtual:problems'
const FILE = fileURLToPath(new URL('../../contract/problems.yaml', import.meta.url))

interface Entry {
  code: string
  title?: string
  meaning: string
  do?: string
}

/**
 * `contract/problems.yaml`, the closed list of refusals and warnings, as a module. It exports `problems` and `warnings`,
 * each by code.
 */
export function problemTexts(): Plugin {
  return {
    name: 'penstock-problems',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null
      this.addWatchFile(FILE)
      const lists = parse(readFileSync(FILE, 'utf8')) as {problems: Entry[]; warnings: Entry[]}
      return `export const problems = ${JSON.stringify(byCode(lists.problems))}
export const warnings = ${JSON.stringify(byCode(lists.warnings))}`
    },
  }
}

function byCode(entries: Entry[]) {
  return Object.fromEntries(entries.map((e) => [e.code, {title: e.title, meaning: e.meaning, remedy: e.do}]))
}
