/// Cuts a name as programs write it into its words.
enum IdentifierPieces {
    /// The words of `getUserById`, `HTTPServer` and `ec2`: cut before a capital that begins a word and between letters and
    /// figures. Capitals alone, also with the "s" of a plural, stay one.
    static func split(_ text: ArraySlice<Character>) -> [ArraySlice<Character>] {
        var pieces: [ArraySlice<Character>] = []
        var start = text.startIndex
        for place in text.indices.dropFirst() where isBoundary(place, in: text) {
            pieces.append(text[start..<place])
            start = place
        }
        return pieces + [text[start...]]
    }

    private static func isBoundary(_ place: Int, in text: ArraySlice<Character>) -> Bool {
        let before = text[place - 1]
        let here = text[place]
        if before.isWholeNumber != here.isWholeNumber { return before != "'" && here != "'" }
        guard here.isUppercase else { return false }
        if before.isLowercase { return true }
        guard before.isUppercase, place + 1 < text.endIndex, text[place + 1].isLowercase else { return false }
        // "APIs" and "API's" are plurals.
        let rest = text[(place + 1)...]
        return rest != ["s"]
    }
}
