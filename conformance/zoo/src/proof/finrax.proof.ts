import { proveProvider } from './prove-provider.ts'

proveProvider('finrax')
