public import FoundationEssentials
public import Interview

/// The words of an answer as they were heard or typed, or as its speaker corrected them later, with their score.
public struct ReportVersion: Sendable, Hashable, Encodable {
    /// 1 for what was heard or typed, 2 for the first correction and so on.
    public let number: Int
    /// Where the words come from.
    public let origin: TakeVersion.Origin
    /// The words; `nil` for speech that was not heard.
    public let text: String?
    /// When they were said, typed or corrected.
    public let date: Date
    /// The judge's score of these words, 0...100; `nil` for none.
    public let overall: Double?

    /// A version; words that were heard are written as `passages` are.
    init(_ version: TakeVersion, passages: [ReportPassage]) {
        number = version.number
        origin = version.origin
        text =
            version.origin == .heard && version.text != nil
            ? passages.map(\.text).joined(separator: " ") : version.text
        date = version.date
        overall = version.score
    }
}
