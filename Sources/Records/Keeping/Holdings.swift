public import Interview

/// What is kept about a person, or about everybody, as far as it has to be known before it is erased.
public struct Holdings: Sendable, Hashable {
    /// Whose holdings.
    public enum Scope: Sendable, Hashable {
        /// Those of one person: the interviews in which the person answers, and the person's resumes.
        case person(RecordName)
        /// All interviews and resumes, whosever they are, with all people and organizations.
        case everything
    }

    /// The ids of the interviews, by their numbers.
    public var interviews: [Int64: String]
    /// The people: one, or all.
    public var people: [KeptRecord<Person>]
    /// How many resumes there are.
    public var resumes: Int
    /// How many accounts there are.
    public var accounts: Int
    /// The addresses of the recordings and files that these name.
    public var files: Set<String>
    /// The names of the session folders that the interviews were taken out of; of everything, all that were ever taken in.
    public var sessionFolders: [String]

    /// Whether there is nothing but, perhaps, a person.
    public var isEmpty: Bool { interviews.isEmpty && resumes == 0 && accounts == 0 }
}
