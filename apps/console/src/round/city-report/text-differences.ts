/** A piece of a text beside another: in both, or in one of them. */
export interface Difference {
  kind: "SAME" | "ADDED" | "REMOVED"
  text: string
}

/** Beyond so many pairs of words that differ the two are shown one after the other. */
const MOST_PAIRS = 4_000_000

/**
 * How a text differs from another, word by word: what they have in common in their longest common order.
 * @returns pieces in the order of reading; without those that were added it is `from`, without those removed `to`
 */
export function differencesOf(from: string, to: string): Difference[] {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  const start = commonLength(before, after)
  const end = commonLength(before.slice(start).reverse(), after.slice(start).reverse())
  const [removed, added] = [before, after].map((words) => words.slice(start, words.length - end)) as [
    string[],
    string[],
  ]
  return merged([
    ...before.slice(0, start).map(same),
    ...(removed.length * added.length > MOST_PAIRS
      ? [...removed.map(gone), ...added.map(come)]
      : between(removed, added)),
    ...before.slice(before.length - end).map(same),
  ])
}

const same = (text: string): Difference => ({ kind: "SAME", text })
const gone = (text: string): Difference => ({ kind: "REMOVED", text })
const come = (text: string): Difference => ({ kind: "ADDED", text })

/** Words, and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? []
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  for (let place = 0; place < most; place += 1) if (one[place] !== other[place]) return place
  return most
}

/** By the table of longest common subsequences, from the end. */
function between(removed: readonly string[], added: readonly string[]): Difference[] {
  const width = added.length + 1
  const longest = new Uint16Array((removed.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = removed.length - 1; row >= 0; row -= 1)
    for (let column = added.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        removed[row] === added[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const pieces: Difference[] = []
  let [row, column] = [0, 0]
  while (row < removed.length || column < added.length) {
    const [old, fresh] = [removed[row], added[column]]
    if (old !== undefined && old === fresh) {
      pieces.push(same(old))
      row += 1
      column += 1
    } else if (fresh === undefined || (old !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      pieces.push(gone(old as string))
      row += 1
    } else {
      pieces.push(come(fresh))
      column += 1
    }
  }
  return pieces
}

/** Neighbours of a kind as one piece. */
function merged(pieces: readonly Difference[]): Difference[] {
  const result: Difference[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else result.push({ ...piece })
  }
  return result
}
