/// Something to study, known for long and by many.
public struct StudyResource: Sendable, Hashable, Codable {
    /// What it is, so that it is clear what to do with it.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A book to read in.
        case book
        /// Documentation, a standard or a list to read in.
        case documentation
        /// A course with lessons.
        case course
        /// A site that is no documentation.
        case site
        /// People who meet.
        case club
    }

    /// What it is.
    public var kind: Kind
    /// The title.
    public var title: String
    /// Who wrote it; `nil` where an organisation publishes it.
    public var author: String?
    /// When it, or the edition meant, came out; `nil` for what is kept up to date.
    public var year: Int?
    /// Its official address; `nil` for a book without one.
    public var url: String?
    /// What it is good for, as a sentence.
    public var note: String
    /// What it helps with: categories of questions, `Dimension.topic` and the raw values of `DeliveryTheme`.
    public var topics: [String]

    /// Something to study for some topics.
    public init(
        kind: Kind = .book, title: String, author: String? = nil, year: Int? = nil, url: String? = nil,
        note: String, topics: [String]
    ) {
        self.kind = kind
        self.title = title
        self.author = author
        self.year = year
        self.url = url
        self.note = note
        self.topics = topics
    }

    /// Reads what was saved; without a kind, as older versions saved it, it is a book.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            kind: try fields.decodeIfPresent(Kind.self, forKey: .kind) ?? .book,
            title: try fields.decode(String.self, forKey: .title),
            author: try fields.decodeIfPresent(String.self, forKey: .author),
            year: try fields.decodeIfPresent(Int.self, forKey: .year),
            url: try fields.decodeIfPresent(String.self, forKey: .url),
            note: try fields.decode(String.self, forKey: .note),
            topics: try fields.decode([String].self, forKey: .topics))
    }

    /// What it is known by: title, author and year.
    public var citation: String {
        let origin = [author, year.map { String($0) }].compactMap(\.self).joined(separator: ", ")
        return title + (origin.isEmpty ? "" : " (\(origin))")
    }

    /// The resource in a line: what it is known by, what it is good for, and its address with nothing behind it.
    public var line: String { "\(citation): \(note)" + (url.map { " \($0)" } ?? "") }

    /// What to do with it first, as a sentence with its title and its author.
    public var task: String {
        let by = author.map { " by \($0)" } ?? ""
        return switch kind {
        case .book: "Read in \u{201C}\(title)\u{201D}\(by)."
        case .documentation: "Read in \(title)\(by)."
        case .course: "Take the first lesson of \u{201C}\(title)\u{201D}\(by)."
        case .site: "Read on \(title)\(by)."
        case .club: "Find a meeting of \(title) that you can visit."
        }
    }
}
