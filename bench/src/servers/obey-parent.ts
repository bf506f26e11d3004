/** Tells the parent process where this server listens, and obeys it: `reset` forgets what was created, `memory` tells the memory in use after a collection, `processor` the time it has worked. */
export function obeyParent(port: number, reset: () => void): void {
  const send = (message: unknown): void => void process.send?.(message)
  process.on('message', (order) => {
    if (order === 'reset') {
      reset()
      send({ done: true })
    }
    if (order === 'processor') {
      const { user, system } = process.cpuUsage()
      send({ microseconds: user + system })
    }
    if (order === 'rss') send({ bytes: process.memoryUsage().rss })
    if (order === 'heap') {
      for (let times = 0; times < 3; times += 1) globalThis.gc?.()
      send({ bytes: process.memoryUsage().heapUsed + process.memoryUsage().external })
    }
  })
  // Without its parent it has nobody to serve.
  process.on('disconnect', () => process.exit(0))
  send({ port })
}
