/** Holes of a documented text: `<amount>` is any value, `{minutes/days}` is one of the words. */
export const holePattern: RegExp = /<([^<>\s]+)>|\{([^{}\s]*\/[^{}\s]*)\}/g
