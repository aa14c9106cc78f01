/// Something to study, known for long and by many.
public struct StudyResource: Sendable, Hashable, Codable {
    /// The title.
    public var title: String
    /// Who wrote it; `nil` where an organisation publishes it.
    public var author: String?
    /// When it, or the edition meant, came out; `nil` for what is kept up to date.
    public var year: Int?
    /// Its official address; `nil` for a book.
    public var url: String?
    /// What it is good for, as a sentence.
    public var note: String
    /// The categories of questions and the raw values of `DeliveryTheme` that it helps with.
    public var topics: [String]

    /// Something to study for some topics.
    public init(
        title: String, author: String? = nil, year: Int? = nil, url: String? = nil, note: String,
        topics: [String]
    ) {
        self.title = title
        self.author = author
        self.year = year
        self.url = url
        self.note = note
        self.topics = topics
    }

    /// The resource in a line: title, author and year, or address.
    public var citation: String {
        let origin = [author, year.map { String($0) }].compactMap(\.self).joined(separator: ", ")
        return title + (origin.isEmpty ? "" : " (\(origin))") + (url.map { ", \($0)" } ?? "")
    }
}
