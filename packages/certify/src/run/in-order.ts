/**
 * Works on items at the same time and gives the results in the items' order, so that what follows does not depend on who was faster.
 * At most `concurrency` are at work and a bounded number of results waits for the consumer.
 * @throws what the work of an item rejects with, when its turn comes.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const source = items[Symbol.iterator]()
  const ahead: Promise<Result>[] = []
  const waiting: (() => void)[] = []
  let free = concurrency
  const started = async (item: Item): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work(item)
    } finally {
      // The place goes straight to the next that waits.
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
  const fill = (): void => {
    while (ahead.length < concurrency * 4) {
      const next = source.next()
      if (next.done) return
      const result = started(next.value)
      // Its error is thrown when its turn comes; until then it is not unhandled.
      result.catch(() => undefined)
      ahead.push(result)
    }
  }
  fill()
  for (let first = ahead.shift(); first !== undefined; first = ahead.shift()) {
    fill()
    yield await first
  }
}
