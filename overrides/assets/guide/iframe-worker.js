// A worker for pages opened from a folder, where browsers refuse real ones.
//
// It runs the worker's script in a hidden frame, by script elements only: the policy of the page
// allows no inline script. Answers to `new IFrameWorker(address)` with postMessage and onmessage.
(() => {
  class IFrameWorker extends EventTarget {
    constructor(address) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      document.body.append(frame)
      this.inner = frame.contentWindow
      // Inside, a worker answers by postMessage(data); here that reaches the page.
      this.inner.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.inner.IFrameWorker = IFrameWorker
      this.ready = new Promise((resolve, reject) => {
        const script = frame.contentDocument.createElement("script")
        script.src = new URL(address, document.baseURI)
        script.onload = resolve
        script.onerror = () => reject(new Error(`${address} cannot be loaded`))
        frame.contentDocument.body.append(script)
      })
      this.ready.catch(() => this.dispatchEvent(new Event("error")))
    }

    async postMessage(data) {
      await this.ready
      this.inner.dispatchEvent(new this.inner.MessageEvent("message", { data }))
    }
  }

  window.IFrameWorker = IFrameWorker
})()
