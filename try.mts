import { checkProvider } from '/tmp/w4/packages/docs-sync/src/check/check-provider.ts'
const [,, p, from] = process.argv
const r: any = await checkProvider({ root: '/tmp/w4', folder: `/tmp/w4/specs/${p}`, from: from!, today: '2026-11-21' })
console.log(r.provider, r.status, r.reason ?? '', r.obstacle ?? '')
for (const c of r.changes ?? []) if (c.subject !== 'prose' || process.argv[4]) console.log(c.level, c.says, 'line', c.line, '\n   rules', c.rules.join(' '), '\n   types', c.types.join(' '), '\n   corr', c.corrections.map((x: any) => x.action + ':' + (x.defect ?? '')).join(' '))
if (r.plan) { const { client, files, carried, orphans, doubtful, needless } = r.plan; console.log({ client, files: [...files.keys()], carried, orphans, doubtful, needless }) }
