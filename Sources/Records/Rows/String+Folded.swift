import Foundation

extension String {
    /// The text as it is compared, whatever the case of its letters and however they are composed: in small letters, each with
    /// its marks in one character where there is one (NFC). Databases know the small form of ASCII letters alone, or of more,
    /// as they were set up.
    var folded: String { lowercased().composed }

    /// The text with each letter and its marks in one character where there is one: file names and texts out of PDF files often
    /// have them apart.
    var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
