import { repositoryFiles, textOf } from './workspace.ts'

/** A fenced block of code. */
export interface Fence {
  readonly language: string
  readonly text: string
}

/** The documents that people read: at the root, under `docs/`, and beside each provider. Generated ones and those inside packages are left out. */
export function documents(): readonly string[] {
  return repositoryFiles().filter((path) => /^([^/]+|docs\/.+|specs\/[^/]+\/[^/]+)\.md$/.test(path))
}

/** The fenced blocks of a document, in order. */
export function fencesOf(path: string): readonly Fence[] {
  return [...textOf(path).matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }))
}

/** The texts in backticks outside fenced blocks. */
export function inlineCode(path: string): readonly string[] {
  const prose = textOf(path).replaceAll(/^```.*?^```$/gms, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

/** The targets of links, without those that leave the repository or stay in the document. */
export function linkTargets(path: string): readonly string[] {
  return [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^([a-z]+:|#)/.test(target))
}
