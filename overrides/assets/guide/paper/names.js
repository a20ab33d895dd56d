// What a parent calls what stands in a school's paper: its days, values and parts, and how they changed. Used by cards.js.
(() => {
  const MEANINGS = {
    notice: () => guide.phrase("paper.day_notice"), given: () => guide.phrase("paper.day_given"), paper: () => guide.phrase("paper.day_paper"),
    meeting: () => guide.phrase("paper.day_meeting"), starts: () => guide.phrase("paper.day_starts"), ends: () => guide.phrase("paper.day_ends"),
    "annual-review": () => guide.phrase("paper.day_annual_review"), "suspended-from": () => guide.phrase("paper.day_suspended_from"),
    "suspended-until": () => guide.phrase("paper.day_suspended_until"), returns: () => guide.phrase("paper.day_returns"),
    "reply-by": () => guide.phrase("paper.day_reply_by"), hearing: () => guide.phrase("paper.day_hearing"), request: () => guide.phrase("paper.day_request"),
    consent: () => guide.phrase("paper.day_consent"), evaluated: () => guide.phrase("paper.day_evaluated"), reevaluation: () => guide.phrase("paper.day_reevaluation"),
    "previous-meeting": () => guide.phrase("paper.day_previous_meeting"), incident: () => guide.phrase("paper.day_incident"),
  }
  const VALUES = {
    placement: () => guide.phrase("paper.placement"), esy: () => guide.phrase("paper.esy"), "school-days": () => guide.phrase("paper.school_days"),
    time: () => guide.phrase("paper.time"), place: () => guide.phrase("paper.place"), "evaluation-type": () => guide.phrase("paper.evaluation_type"),
    eligible: () => guide.phrase("paper.eligible"), category: () => guide.phrase("paper.category"), purpose: () => guide.phrase("paper.purpose"),
  }
  // Values of which there are but a few, as the rules call them (reader/iep-values.js, reader/paper-values.js).
  const EITHER = { yes: () => guide.phrase("paper.value_yes"), no: () => guide.phrase("paper.value_no") }
  const CODES = {
    placement: {
      "regular-80": () => guide.phrase("paper.regular_most"), "regular-40-79": () => guide.phrase("paper.regular_half"),
      "regular-under-40": () => guide.phrase("paper.regular_less"), "separate-school": () => guide.phrase("paper.separate_school"),
    },
    esy: EITHER,
    eligible: EITHER,
    "evaluation-type": { initial: () => guide.phrase("paper.initial"), reevaluation: () => guide.phrase("paper.reevaluation") },
  }
  const SEVEN = {
    action: () => guide.phrase("paper.part_action"), why: () => guide.phrase("paper.part_why"), basis: () => guide.phrase("paper.part_basis"),
    options: () => guide.phrase("paper.part_options"), factors: () => guide.phrase("paper.part_factors"),
    safeguards: () => guide.phrase("paper.part_safeguards"), help: () => guide.phrase("paper.part_help"),
  }
  const STATES = { present: () => guide.phrase("paper.present"), empty: () => guide.phrase("paper.empty"), missing: () => guide.phrase("paper.missing"), look: () => guide.phrase("paper.look") }
  const CHANGES = {
    amount: () => guide.phrase("paper.changed_amount"), setting: () => guide.phrase("paper.changed_setting"), with: () => guide.phrase("paper.changed_with"),
    until: () => guide.phrase("paper.changed_until"), added: () => guide.phrase("paper.changed_added"), removed: () => guide.phrase("paper.changed_removed"),
    placement: () => guide.phrase("paper.changed_placement"),
    "accommodation-added": () => guide.phrase("paper.changed_accommodation_added"), "accommodation-removed": () => guide.phrase("paper.changed_accommodation_removed"),
  }
  const SAID = { "": () => guide.phrase("paper.unconfirmed"), yes: () => guide.phrase("paper.confirmed"), no: () => guide.phrase("paper.denied") }

  // In the letter that asks for them, in the words of the rule and in its order.
  const IN_LETTER = {
    action: () => guide.phrase("paper.letter_action"), why: () => guide.phrase("paper.letter_why"), basis: () => guide.phrase("paper.letter_basis"),
    safeguards: () => guide.phrase("paper.letter_safeguards"), help: () => guide.phrase("paper.letter_help"),
    options: () => guide.phrase("paper.letter_options"), factors: () => guide.phrase("paper.letter_factors"),
  }

  guide.paperNames = { CODES, IN_LETTER, MEANINGS, VALUES, SEVEN, STATES, CHANGES, SAID }
})()
