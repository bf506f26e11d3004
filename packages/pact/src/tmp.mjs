import { readFileSync } from 'node:fs'
import { loadContract } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import { pactFile, readPact, verifyPact } from './index.ts'

for (const p of process.argv[2].split(','))
  for (const off of [[], ...(process.argv[3] ? [process.argv[3].split(',')] : [])]) {
    const c = loadContract(readFileSync(`/tmp/w1/specs/${p}/contract.json`, 'utf8'))
    const f = pactFile(p, `/tmp/w1/conformance/${p}/pacts`)
    const pact = readPact(readFileSync(f, 'utf8'), f)
    const mock = createMock(c, { off })
    const server = await serveMock(mock)
    const t = performance.now()
    for await (const e of verifyPact(c, pact, {
      baseUrl: server.url(p),
      credentials: mock.credentials,
      control: mock.control,
    })) {
      if (e.type === 'finished') {
        const r = e.report
        console.log(
          p,
          off.join(),
          r.verdict,
          r.reason ?? '',
          JSON.stringify(r.summary),
          r.requests,
          JSON.stringify(r.notes),
          Math.round(performance.now() - t),
        )
        for (const x of r.rules) if (x.verdict === 'fail') console.log('   FAIL', x.id, x.failed, x.findings[0].says)
      } else if (e.type === 'case-finished' && e.outcome !== 'kept')
        console.log('  ', e.case, e.outcome, e.says ?? '', e.broken)
    }
    await server.close()
  }
