// A mock in a process of its own, as `assay mock` serves it.
import { serveMock } from '@assay/mock'
import { benchOf } from '../providers.ts'
import { obeyParent } from './obey-parent.ts'

const { mock } = benchOf(process.argv[2] ?? '')
const server = await serveMock(mock)
obeyParent(server.port, () => mock.control.reset())
