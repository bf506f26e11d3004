import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Asks a port again and again until something answers; gives the milliseconds that took. Throws where nothing does in time. */
export async function untilAnswered(port: number, patience: number): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < patience) {
    if (await answers(port)) return performance.now() - begun
    await sleep(3)
  }
  throw new Error(`Nothing answered at port ${port} within ${patience} ms.`)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/', agent: false }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(true))
    })
    asked.on('error', () => resolve(false))
    asked.end()
  })
}
