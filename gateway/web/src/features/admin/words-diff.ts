export type Piece = { text: string; kind: 'same' | 'gone' | 'new' }

/** Words on both sides together up to which it is worth the time: the work grows with their product. */
const MOST_WORDS = 1_200

/** Two texts word by word, by their longest common subsequence; long ones as wholes. */
export function wordsDiff(before: string, after: string): Piece[] {
  const [was, is] = [words(before), words(after)]
  if (was.length + is.length > MOST_WORDS)
    return [piece(before, 'gone'), piece(after, 'new')].filter(({ text }) => text !== '')
  const common = lengths(was, is)
  const found: Piece[] = []
  let [i, j] = [0, 0]
  while (i < was.length || j < is.length) {
    const [old, fresh] = [was[i], is[j]]
    if (old !== undefined && old === fresh) {
      add(found, old, 'same')
      i++
      j++
    } else if (fresh === undefined || (old !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(found, old ?? '', 'gone')
      i++
    } else {
      add(found, fresh, 'new')
      j++
    }
  }
  return found
}

const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? []
const piece = (text: string, kind: Piece['kind']): Piece => ({ text, kind })
const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0

/** How much the rests from i and from j on have in common. */
function lengths(was: string[], is: string[]): number[][] {
  const table = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0))
  for (let i = was.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = is.length - 1; j >= 0; j--)
      row[j] =
        was[i] === is[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
  }
  return table
}

function add(found: Piece[], text: string, kind: Piece['kind']) {
  const last = found.at(-1)
  if (last?.kind === kind) last.text += text
  else found.push(piece(text, kind))
}
