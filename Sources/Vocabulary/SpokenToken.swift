/// One word of a text as it is said.
public struct SpokenToken: Sendable, Hashable {
    /// The word a recogniser knows it by, in lower case: `postgresql`, `twenty`, `etl`.
    public var text: String
    /// The part of the text it stands for, as it was written: `PostgreSQL`, `200`, `ETL`. Its capitals tell how to
    /// pronounce a word that no dictionary has: letter by letter when it has nothing else.
    public var written: String

    /// A word with what it was written as.
    public init(text: String, written: String) {
        self.text = text
        self.written = written
    }
}
