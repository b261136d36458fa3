/** A part of a file: its number from 1, where it begins, and how long it is. */
export interface Part {
  number: number
  begin: number
  size: number
}

/** The parts of a file by its plan: equal ones, the last with what remains. */
export function partsOf(length: number, partSize: number): Part[] {
  const count = Math.max(1, Math.ceil(length / partSize))
  return Array.from({length: count}, (_, i) => ({
    number: i + 1,
    begin: i * partSize,
    size: Math.min(partSize, length - i * partSize),
  }))
}
