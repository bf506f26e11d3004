const traces = [
  /\bat [\w$.<>[\] ]+ ?\([^()\n]+:\d+:\d+\)/,
  /\bat (?:async )?(?:file:\/\/|\/|[A-Za-z]:\\)[^\s"]+:\d+:\d+/,
  /Traceback \(most recent call last\)/,
  /File \\?"[^"\n]+\\?", line \d+, in /,
  /\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)/,
  /Exception in thread "/,
  /#\d+ [^\s:]+\.php\(\d+\)/,
  / in [^\s:]+\.php(?: on line |:)\d+/,
  /goroutine \d+ \[/,
  /\bin [^\s]+\.cs:line \d+/,
  /\.rb:\d+:in [`']/,
]

/** The first piece of a stack trace in a text, or undefined where there is none. */
export function stackTraceIn(text: string): string | undefined {
  for (const trace of traces) {
    const found = trace.exec(text)
    if (found !== null) return found[0].slice(0, 120)
  }
  return undefined
}
