import type {ChosenFile} from './file.ts'

/** The files of a drop, those in folders with the folders before their names. Nothing of them is read. */
export async function droppedFiles({items}: DataTransfer): Promise<ChosenFile[]> {
  // the entries have to be taken at once: the list is empty after the event
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  return (await Promise.all(entries.map(filesOf))).flat()
}

/** The files of a file or folder picker. */
export function pickedFiles(list: FileList): ChosenFile[] {
  return Array.from(list, (file) => ({file, path: file.webkitRelativePath || file.name}))
}

export function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{file, path: entry.fullPath.replace(/^\/+/, '')}]
  }
  const inside: ChosenFile[] = []
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) inside.push(...(await filesOf(child)))
  return inside
}

/** A reader gives some at a time, and none when it has given all. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
