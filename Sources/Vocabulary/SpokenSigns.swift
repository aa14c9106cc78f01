/// What signs and abbreviations are called.
enum SpokenSigns {
    /// What a sign between words, or alone, is called; signs that only separate are not among them.
    static let names: [Character: [String]] = [
        "&": ["and"], "%": ["percent"], "+": ["plus"], "@": ["at"], "=": ["equals"], "<": ["less", "than"],
        ">": ["greater", "than"], "×": ["times"], "÷": ["divided", "by"], "°": ["degrees"], "#": ["hash"],
        "≥": ["at", "least"], "≤": ["at", "most"], "≈": ["about"], "±": ["plus", "or", "minus"],
        "²": ["squared"], "³": ["cubed"], "½": ["one", "half"], "¼": ["one", "quarter"],
        "¾": ["three", "quarters"], "§": ["section"], "$": ["dollars"], "€": ["euros"], "£": ["pounds"],
        "→": ["to"],
    ]

    /// Abbreviations, in lower case and with their dots.
    static let abbreviations: [String: [String]] = [
        "e.g.": ["for", "example"], "eg.": ["for", "example"], "i.e.": ["that", "is"], "ie.": ["that", "is"],
        "etc.": ["et", "cetera"], "etc": ["et", "cetera"], "vs.": ["versus"], "vs": ["versus"],
        "approx.": ["approximately"], "incl.": ["including"], "resp.": ["respectively"], "cf.": ["compare"],
        "mr.": ["mister"], "mrs.": ["missus"], "dr.": ["doctor"], "st.": ["saint"], "prof.": ["professor"],
        "w/": ["with"],
        "w/o": ["without"], "b/c": ["because"], "dept.": ["department"], "esp.": ["especially"],
    ]

    /// Abbreviations that also end a sentence when a capital follows; after the others one goes on.
    static let endings: Set<String> = ["etc."]
}
