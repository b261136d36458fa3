import type {Intake} from '../../api/types.ts'
import {texts} from '../../texts.ts'
import type {Sample} from '../../ui/CodeSample.tsx'
import direct from './samples/direct.sh?raw'
import file from './samples/file.sh?raw'
import folder from './samples/folder.sh?raw'
import partsPy from './samples/parts.py?raw'
import parts from './samples/parts.sh?raw'
import pipe from './samples/pipe.sh?raw'
import token from './samples/token.sh?raw'
import upload from './samples/upload.ts?raw'

const TEXTS = texts.howToSend
/** The address and the intake that stand in the samples. */
const EXAMPLE = {server: 'https://penstock.example', intake: 'acme/large-files'}

export interface Language {
  id: string
  name: string
  samples: Sample[]
}

export const tokenSample: Sample = {title: TEXTS.token, lines: token.trim()}

/** What sends to an intake, by language: its own address stands where the samples have an example's. */
export function samplesFor({orgSlug, slug}: Intake, server: string): Language[] {
  const here = (lines: string) =>
    lines.trim().replaceAll(EXAMPLE.server, server).replaceAll(EXAMPLE.intake, `${orgSlug}/${slug}`)
  return [
    {
      id: 'curl',
      name: TEXTS.curl,
      samples: [
        {title: TEXTS.direct, hint: TEXTS.directHint, lines: here(direct)},
        {title: TEXTS.parts, hint: TEXTS.curlHint, lines: here(parts)},
      ],
    },
    {id: 'python', name: TEXTS.python, samples: [{title: TEXTS.parts, hint: TEXTS.pythonHint, lines: here(partsPy)}]},
    {id: 'typescript', name: TEXTS.typescript, samples: [{title: TEXTS.parts, hint: TEXTS.typescriptHint, lines: here(upload)}]},
    {
      id: 'command-line',
      name: TEXTS.commandLine,
      samples: [
        {title: TEXTS.file, hint: TEXTS.fileHint, lines: here(file)},
        {title: TEXTS.folder, hint: TEXTS.folderHint, lines: here(folder)},
        {title: TEXTS.pipe, hint: TEXTS.pipeHint, lines: here(pipe)},
      ],
    },
  ]
}
