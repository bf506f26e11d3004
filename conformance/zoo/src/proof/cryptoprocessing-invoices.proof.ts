import { proveProvider } from './prove-provider.ts'

proveProvider('cryptoprocessing-invoices')
