// Takes from the worker every way out to the network and into the browser's stores; pdf.js gets a file's bytes from the page.
for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "BroadcastChannel", "Worker", "indexedDB", "caches"]) {
  Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false })
}
