// Loaded before a program: says in a file, when it ends, how long it has worked.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const file = process.env.BENCH_PROCESSOR_TIME
  if (file !== undefined) writeFileSync(file, String((user + system) / 1_000_000))
})
