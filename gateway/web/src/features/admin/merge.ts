import { type Draft, type Field, FIELDS, isSame } from './draft'

export type Merge = {
  /** Both changes together; where they are about the same field, mine. */
  merged: Draft
  /** What only the other one changed. */
  theirs: Field[]
  /** What both changed, differently: somebody has to decide. */
  conflicts: Field[]
}

/** Two people have changed what both had read. */
export function merge(base: Draft, mine: Draft, other: Draft): Merge {
  const theirs = FIELDS.filter(
    (field) => !isSame(base[field], other[field]) && isSame(base[field], mine[field]),
  )
  const conflicts = FIELDS.filter(
    (field) =>
      !isSame(base[field], other[field]) &&
      !isSame(base[field], mine[field]) &&
      !isSame(mine[field], other[field]),
  )
  return { merged: takeFrom(mine, other, theirs), theirs, conflicts }
}

/** One draft with some fields of another. */
export function takeFrom(draft: Draft, other: Draft, fields: Field[]): Draft {
  return { ...draft, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
}
