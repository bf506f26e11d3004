/** What sends a request: the global `fetch`, a mock's, or any function that takes a `Request` and answers with a `Response`. */
export type Fetch = (request: Request) => Promise<Response>
