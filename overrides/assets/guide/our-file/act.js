// What the buttons of a family's file ask for.
(() => {
  /**
   * @param {GuideOurFile} tool
   * @param {string} action what the button's data-do asks for
   * @param {HTMLButtonElement} button
   */
  const act = (tool, action, button) => {
    const { editor, log, work, today } = tool
    const entry = button.closest("[data-entry]")?.dataset.entry, paper = button.closest("[data-paper]")?.dataset.paper
    switch (action) {
      case "change": return editor.change(entry)
      case "checked": return editor.checked(entry)
      case "more": return log.showMore(work, today)
      case "add-paper": return editor.addPaper()
      case "change-paper": return editor.changePaper(paper)
      case "cancel": return editor.cancel()
      case "delete": case "delete-paper": return editor.delete()
      case "undo": return editor.changes.undo()
      default: return guide.ourFile.takeOut(action, tool)
    }
  }

  guide.ourFile.act = act
})()
