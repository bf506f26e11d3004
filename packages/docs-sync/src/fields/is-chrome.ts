/** What a site prints around its page. */
const CHROME = new Set([
  'skip to main content',
  'was this page helpful?',
  'yes',
  'no',
  'copy',
  'copied',
  'copy page',
  'ask ai',
  'try it',
  'suggest edits',
  'raise issue',
  'search...',
  'navigation',
  'on this page',
  'previous',
  'next',
  '⌘k',
  '⌘i',
  'ctrl k',
  'open in chatgpt',
  'powered by mintlify',
  'curl',
  'python',
  'javascript',
  'php',
  'go',
  'java',
  'ruby',
  'node',
  '200',
  '201',
])

/** Whether a line belongs to the site and not to the page. */
export function isChrome(line: string): boolean {
  return CHROME.has(line.toLowerCase()) || /^last (?:modified|updated) (?:on|at|:)/i.test(line)
}
