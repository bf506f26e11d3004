import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { DefaultTheme, UserConfig } from 'vitepress'
import { knownContracts } from '../src/known-contracts.ts'

const docs = new URL('../', import.meta.url)

/** The pages of a folder as a sidebar shows them, by their first heading; its index goes first. */
function pagesOf(folder: string): { text: string; link: string }[] {
  const place = new URL(`${folder}/`, docs)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((file) => file.endsWith('.md') && !file.startsWith('['))
    .sort((one, other) => Number(other === 'index.md') - Number(one === 'index.md') || one.localeCompare(other))
    .map((file) => ({
      text: titleOf(new URL(file, place)).replace(/^assay /, ''),
      link: `/${folder}/${file.replace(/(^index)?\.md$/, '')}`,
    }))
}

function titleOf(page: URL): string {
  return /^# (.+)$/m.exec(readFileSync(page, 'utf8'))?.[1]?.replaceAll('`', '') ?? page.pathname
}

const config: UserConfig<DefaultTheme.Config> = {
  title: 'Assay',
  description: 'Contract testing and conformance of crypto payment gateways',
  cleanUrls: true,
  lastUpdated: false,
  markdown: { theme: { light: 'github-light', dark: 'github-dark' } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'Guides', link: pagesOf('guides')[0]?.link ?? '/' },
      { text: 'Commands', link: pagesOf('commands')[0]?.link ?? '/' },
      { text: 'Providers', link: '/providers/' },
    ],
    sidebar: [
      { text: 'Start', items: [{ text: 'Quick start', link: '/quick-start' }] },
      { text: 'Guides', items: pagesOf('guides') },
      { text: 'Commands', items: pagesOf('commands') },
      {
        text: 'Providers',
        items: [
          { text: 'All of them', link: '/providers/' },
          ...knownContracts().map(({ title, provider }) => ({ text: title, link: `/providers/${provider}` })),
        ],
      },
      {
        text: 'Inside',
        items: [
          ...['reports', 'architecture', 'vocabulary', 'proof', 'bench']
            .filter((page) => existsSync(new URL(`${page}.md`, docs)))
            .map((page) => ({ text: titleOf(new URL(`${page}.md`, docs)), link: `/${page}` })),
        ],
      },
      { text: 'Decisions', collapsed: true, items: pagesOf('decisions') },
    ],
  },
}

export default config
