import Big from 'big.js'

/** Numbers that lie further apart than this are halved by their logarithm. */
const FAR = 10

/**
 * The roundest multiple of a step in the middle of two numbers, by difference where they are near, by ratio where they are far apart: limits are mostly
 * round. Undefined where none lies between.
 */
export function roundestBetween(one: Big, other: Big, step: Big): Big | undefined {
  const [low, high] = one.lt(other) ? [one, other] : [other, one]
  if (high.minus(low).lte(step)) return undefined
  const least = low.plus(step)
  const most = high.minus(step)
  const { from, centre, to } = middle(low, high)
  const [first, last] = [from.gt(least) ? from : least, to.lt(most) ? to : most]
  for (let unit = new Big(`1e${last.e}`); unit.gt(step); unit = unit.div(10)) {
    const found = nearestMultiple(unit, centre)
    if (found.gte(first) && found.lte(last) && found.mod(step).eq(0)) return found
  }
  const found = nearestMultiple(step, centre)
  return found.gte(least) && found.lte(most) ? found : least
}

/** The middle half of what lies between two numbers, and its centre. */
function middle(low: Big, high: Big): { readonly from: Big; readonly centre: Big; readonly to: Big } {
  const isFar = low.gt(0) && high.div(low).gt(FAR)
  if (!isFar) {
    const quarter = high.minus(low).div(4)
    return { from: low.plus(quarter), centre: low.plus(high).div(2), to: high.minus(quarter) }
  }
  const half = high.div(low).sqrt()
  const quarter = half.sqrt()
  return { from: low.times(quarter), centre: low.times(half), to: high.div(quarter) }
}

function nearestMultiple(unit: Big, value: Big): Big {
  return value.div(unit).round(0, Big.roundHalfUp).times(unit)
}
