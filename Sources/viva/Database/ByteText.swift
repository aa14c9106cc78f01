/// An amount of data for people.
enum ByteText {
    /// The amount in the largest unit of which there is one, for example `1.4 MB`.
    static func of(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\(TextLayout.number(Double(bytes) / 1_000)) kB"
        case ..<1_000_000_000: "\(TextLayout.number(Double(bytes) / 1_000_000, places: 1)) MB"
        default: "\(TextLayout.number(Double(bytes) / 1_000_000_000, places: 1)) GB"
        }
    }
}
