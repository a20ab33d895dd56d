// The questions of a review, read by the device's own voice, or copied. Used by task.js.
(() => {
  const voice = window.speechSynthesis

  const wordsOf = task => [...task.part("list").children].map(({ textContent }) => textContent)
  const buttonOf = task => task.root.querySelector('[data-do="aloud"]')

  const showButton = (task, isReading) => {
    const button = buttonOf(task)
    button.textContent = isReading ? guide.phrase("review.stop_button") : guide.phrase("review.aloud_button")
    button.dataset.reading = isReading ? "yes" : ""
  }

  const stop = task => {
    if (buttonOf(task).dataset.reading) voice.cancel()
    showButton(task, false)
  }

  // In the language of the page, whatever the device speaks. Each question is a sentence of its own: long ones break off in Chrome.
  const start = task => {
    voice.cancel()
    const parts = wordsOf(task).map(words => Object.assign(new SpeechSynthesisUtterance(words), { lang: document.documentElement.lang, rate: .9 }))
    // Stopped, each that was to come ends too: only the last one says that it is over.
    parts.at(-1)?.addEventListener("end", () => showButton(task, false))
    for (const part of parts) {
      part.addEventListener("error", () => showButton(task, false))
      voice.speak(part)
    }
    showButton(task, true)
  }

  // With the page goes its voice.
  addEventListener("pagehide", () => voice?.cancel())

  guide.reviewAloud = {
    stop,

    // Only a device that has a voice offers it.
    begin(task) {
      stop(task)
      buttonOf(task).hidden = !voice
      task.part("told").textContent = ""
    },

    turn(task) {
      if (buttonOf(task).dataset.reading) stop(task)
      else start(task)
    },

    async copy(task) {
      try {
        await navigator.clipboard.writeText(wordsOf(task).map((words, n) => `${n + 1}. ${words}`).join("\n"))
        task.part("told").textContent = guide.phrase("review.copied")
      } catch {
        task.part("told").textContent = guide.phrase("review.not_copied")
      }
      task.part("told").scrollIntoView({ block: "nearest" })
    },
  }
})()
