import {createContext, use} from 'react'
import type {Intake} from '../api/types.ts'

/** The intake of the address; there is one below `/o/…/intakes/…`. */
export const IntakeContext = createContext<Intake | null>(null)

export function useIntake(): Intake {
  const intake = use(IntakeContext)
  if (!intake) throw new Error('the page belongs to no intake')
  return intake
}
