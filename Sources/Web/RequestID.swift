/// The id under which a log has a request.
public enum RequestID {
    /// How many characters a client's own may have.
    public static let limitCharacters = 64

    /// Whether an id that a client gives is taken: letters, figures, `-`, `_` and `.`, so that it says nothing else in a log.
    public static func isTaken(_ text: String) -> Bool {
        (1...limitCharacters).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
