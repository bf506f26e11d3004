/** The currencies of the account, with the networks of those that travel on one. */
export const assets: { readonly [iso: string]: { readonly decimals: number; readonly networks?: readonly string[] } } =
  {
    EUR: { decimals: 2 },
    USD: { decimals: 2 },
    USDC: { decimals: 6, networks: ['ethereum', 'solana', 'tron'] },
    BTC: { decimals: 8, networks: ['bitcoin'] },
    ETH: { decimals: 18, networks: ['ethereum'] },
  }
