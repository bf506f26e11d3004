// Of undici the connections alone: its fetch, its caches and its mocks are a megabyte that every certification would load.
import { dirname, join } from 'node:path'

/** A plugin of the bundler that puts the two dispatchers that certifications send by in the place of all of undici. */
export const connectionsOfUndici = {
  name: 'connections-of-undici',
  async resolveId(id, importer) {
    if (id !== 'undici') return null
    const whole = await this.resolve(id, importer, { skipSelf: true })
    return join(dirname(whole.id), 'connections.js')
  },
  load(id) {
    // As undici's own index does, which gives its dispatchers `request` and the like only there.
    return id.endsWith('/undici/connections.js')
      ? `Object.assign(require('./lib/dispatcher/dispatcher.js').prototype, require('./lib/api'))
module.exports.Pool = require('./lib/dispatcher/pool.js')
module.exports.ProxyAgent = require('./lib/dispatcher/proxy-agent.js')`
      : null
  },
}
