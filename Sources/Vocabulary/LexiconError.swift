/// What is wrong in files of terms: every mistake of all of them, so that one reading is enough to mend them.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One mistake in one line.
    public struct Mistake: Sendable, Hashable, CustomStringConvertible {
        /// The file's name as it was given.
        public var file: String
        /// The line, counted from 1.
        public var line: Int
        /// What is wrong.
        public var problem: String
        /// What to write instead.
        public var remedy: String

        /// The place, what is wrong and what to write instead.
        public var description: String { "\(file):\(line): \(problem). \(remedy)" }
    }

    /// The mistakes in the order of the files and lines; at least one.
    public var mistakes: [Mistake]

    /// The mistakes in a row.
    public var description: String { mistakes.map(\.description).joined(separator: "; ") }
}
