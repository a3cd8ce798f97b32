import { createContext, useContext } from 'react'
import type { Draft, Field } from './draft'

export type Form = {
  draft: Draft
  change: <F extends Field>(field: F, value: Draft[F]) => void
  /** What is wrong with the value at a path such as `traits[0].name`. */
  errorOf: (path: string) => string | undefined
}

export const FormContext = createContext<Form | undefined>(undefined)

export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands outside of its form')
  return form
}
