/** The Pact specification that the pact files follow. */
export const pactVersion = '4.0'
