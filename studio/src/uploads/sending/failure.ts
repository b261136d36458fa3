/** Why a file could not be sent, as data: what is told of it is in words elsewhere. */
export type Failure =
  | {kind: 'refused'; code: string; title: string; detail: string}
  | {kind: 'storage'; status: number; code: string}
  | {kind: 'another-file'; detail: string}
  | {kind: 'unreadable'}
  | {kind: 'fault'; detail: string}
