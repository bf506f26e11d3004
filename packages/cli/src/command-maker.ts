import type { Command } from 'commander'
import type { World } from './world.ts'

/** Makes a command; what it decides on is told to `exit`. */
export type CommandMaker = (world: World, exit: (code: number) => void) => Command
