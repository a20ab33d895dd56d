// The days, amounts and frequencies that a sentence names.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split("|")
  const MONTH = "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)"
  const DAY = new RegExp([
    `\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*%)(?:\\s*,?\\s*((?:19|20)\\d\\d)\\b)?`,
    `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?${MONTH}\\b,?(?:\\s+((?:19|20)\\d\\d)\\b)?`,
    "\\b(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:20)?\\d\\d)\\b",
    "\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b",
    "\\b(\\d{1,2})/(\\d{1,2})\\b(?![\\d/])",
  ].join("|"), "g")

  const monthOf = word => MONTHS.findIndex(name => name.startsWith(word.slice(0, 3))) + 1
  const two = number => String(number).padStart(2, "0")

  const partsOf = found => {
    if (found[1]) return [found[3], monthOf(found[1]), found[2]]
    if (found[5]) return [found[6], monthOf(found[5]), found[4]]
    if (found[7]) return [found[9], found[7], found[8]]
    if (found[10]) return [found[10], found[11], found[12]]
    return [undefined, found[13], found[14]]
  }

  // The days of a sentence in small letters: { start, end, day } with day "2027-05-21", or "05-21" without a year.
  // A day without one takes the year of the day after it ("January 25 to May 28, 2027"), if that one is later in the year.
  const daysOf = text => {
    const days = []
    for (const found of text.matchAll(DAY)) {
      const [year, month, date] = partsOf(found)
      if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) continue
      days.push({ start: found.index, end: found.index + found[0].length, year: year && (year.length === 2 ? `20${year}` : year), rest: `${two(month)}-${two(date)}` })
    }
    days.forEach((day, index) => {
      const next = days[index + 1]
      if (!day.year && next?.year && next.start - day.end < 30 && day.rest < next.rest) day.year = next.year
    })
    return days.map(({ start, end, year, rest }) => ({ start, end, day: year ? `${year}-${rest}` : rest }))
  }

  const WORDS = { "half an": 0.5, a: 1, an: 1, once: 1, one: 1, twice: 2, two: 2, thrice: 3, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, sixteen: 16, eighteen: 18, twenty: 20, "twenty-five": 25, thirty: 30, "thirty-two": 32, forty: 40, "forty-five": 45, fifty: 50, sixty: 60, ninety: 90, half: 0.5 }
  const NUMBER = "(?:\\d[\\d,]*(?:\\.\\d+)?|(?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety)"
  const numberOf = word => {
    if (WORDS[word] !== undefined) return WORDS[word]
    const pair = word.split("-")
    return pair.length === 2 && WORDS[pair[0]] ? WORDS[pair[0]] + WORDS[pair[1]] : Number(word.replaceAll(",", ""))
  }

  const AMOUNT = new RegExp(`\\$\\s?(\\d[\\d,]*(?:\\.\\d\\d)?)|\\b(${NUMBER}|half an(?=\\s+hour\\b)|an?(?=\\s+hour\\s+(?:an?|each|every|per|or so|of|once|twice|on|every)\\b))(?:\\s*\\((\\d+)\\))?[\\s-]*(minutes?|mins?\\b\\.?|hours?|hrs?\\b\\.?|sessions?|dollars)`, "g")
  const UNITS = { m: "minutes", h: "hours", s: "sessions", d: "dollars" }

  const amountsOf = text => [...text.matchAll(AMOUNT)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
    amount: numberOf(found[1] ?? found[3] ?? found[2]),
    unit: found[1] ? "dollars" : UNITS[found[4][0]],
  }))

  const WEEKDAY = "(?:mon|tues?|wednes|wed|thurs?|fri|satur|sun)(?:day)?s?"
  const TIMES = `(?:(${NUMBER})\\s*(?:\\(\\d+\\)\\s*)?(?:[\\w-]+[-\\s]minute\\s+)?(?:times?|x|sessions?|days?|lessons?|visits?|meetings?)|(once|twice|thrice))`
  const PER = "\\s*(?:,|a|an|per|each|every|in a|in each|/|in every)*\\s*"
  const PERIOD = "(school[\\s-]day|day|week|wk|month|mo\\b|quarter|two weeks|other week)"
  const PERIODS = { s: "school-day", d: "school-day", w: "week", m: "month", q: "quarter", t: "two-weeks", o: "two-weeks" }
  const FREQUENCY = [
    [new RegExp(`\\b${TIMES}${PER}${PERIOD}(?:ly)?\\b`), found => `${numberOf(found[1] ?? found[2])}/${PERIODS[found[3][0]]}`],
    [new RegExp(`\\b${TIMES}\\s*(week|month|dai|quarter)ly\\b`), found => `${numberOf(found[1] ?? found[2])}/${PERIODS[found[3][0]]}`],
    [/\b(?:every|each)\s+(?:second|other|2nd|two)\s+(?:weeks?|mon|tue|wed|thu|fri)|\b(?:biweekly|bi-weekly|fortnight)/, () => "1/two-weeks"],
    [new RegExp(`\\b(?:every|each|on|both)\\s+(?:each\\s+)?((?:${WEEKDAY}(?:\\s*,\\s*|\\s+and\\s+|\\s*,\\s*and\\s+|\\s*&\\s*|\\b))+)`), found => `${found[1].match(/mon|tue|wed|thu|fri|sat|sun/g).length}/week`, found => !/\d/.test(found.input.slice(found.index + found[0].length, found.index + found[0].length + 3)) || /^(?:every|each)/.test(found[0])],
    [/\b(?:first|second|third|last|1st|15th)(?:\s+school|\s+business)?\s+(?:day|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*)\s+(?:of|in)\s+(?:each|every|the)\s+month/, () => "1/month"],
    [/\b(?:first|last)(?:\s+school)?\s+(?:day|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*)\s+(?:of|in)\s+(?:each|every)\s+(?:week|quarter)/, found => found[0].endsWith("week") ? "1/week" : "1/quarter"],
    [/(?:\b(?:each|every|per|an?|daily|once a)|\/)\s*(?:school[\s-]?day|day\b)(?!\s+(?:that|when|on which))|\bdaily\b|\b(?:every|each)\s+(?:morning|afternoon|lunch)/, () => "1/school-day"],
    [/(?:\b(?:each|every|per|a)|\/)\s*(?:week|wk)\b|\bweekly\b/, () => "1/week"],
    [/(?:\b(?:each|every|per|a)|\/)\s*(?:month|mo)\b|\bmonthly\b/, () => "1/month"],
    [/\b(?:each|every|per|a)\s+quarter\b|\bquarterly\b/, () => "1/quarter"],
    [/\b(?:in all|in total|altogether|total(?:ing)?|all told)\b/, () => "total"],
  ]

  const OFTEN = /\b(?:day|week|month|quarter|daily|biweekly|fortnight|each|every|wk|mo|total|all|altogether|mondays|tuesdays|wednesdays|thursdays|fridays|on)|\/\s*(?:w|m|d)/

  const frequencyOf = text => {
    if (!OFTEN.test(text)) return undefined
    for (const [form, said, holds] of FREQUENCY) {
      const found = form.exec(text)
      if (found && (!holds || holds(found))) return { start: found.index, end: found.index + found[0].length, frequency: said(found) }
    }
    return undefined
  }

  reader.agreementNumbers = { daysOf, amountsOf, frequencyOf }
})()
