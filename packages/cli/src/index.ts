export { contractOf } from './contract-of.ts'
export { run } from './run.ts'
export { processWorld, type World } from './world.ts'
