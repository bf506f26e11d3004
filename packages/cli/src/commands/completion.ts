import { Argument, Command } from 'commander'
import type { CommandMaker } from '../command-maker.ts'
import { printedBy } from '../printed-by.ts'

/** `assay completion bash|zsh|fish`: the script with which a shell completes commands, flags, providers and rules. */
export const completionCommand: CommandMaker = (world) =>
  new Command('completion')
    .summary('print the script with which a shell completes assay')
    .description(
      'Prints a script for bash (with bash-completion), zsh or fish that completes commands, flags, providers, rules and formats.',
    )
    .addArgument(new Argument('<shell>', 'whose script').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      '\nExample:\n  assay completion bash\n\nFor this shell alone: source <(assay completion bash)\n',
    )
    .action(async (shell: string) => {
      const { script } = await import('@bomb.sh/tab')
      const text = printedBy(() => script(shell, 'assay', 'assay'))
      // Read a second time, a constant would be an error.
      world.print(text.replaceAll(/^readonly /gm, ''))
    })
