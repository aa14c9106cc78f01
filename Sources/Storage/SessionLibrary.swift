public import FoundationEssentials
public import Interview

/// The folder in which sessions are kept, one folder each, named so that they sort by time.
public struct SessionLibrary: Sendable {
    /// A session as a list shows it.
    public struct Entry: Sendable {
        /// The folder's name.
        public var name: String
        /// The folder's full path.
        public var path: String
        /// What was saved in it, or why it cannot be read.
        public var interview: Result<Interview, StorageError>
    }

    /// The folder of all sessions.
    public let directory: String

    /// The sessions in `directory`, which need not exist yet.
    public init(directory: String) { self.directory = directory }

    /// The path for a new session: the time to the second and four digits of the interview's id.
    public func path(forNew interview: Interview) -> String {
        let stamp = interview.heldAt.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false)
                .dateTimeSeparator(.space).timeSeparator(.omitted))
        let name = stamp.replacing(" ", with: "-").replacing("Z", with: "")
        return "\(directory)/\(name)-\(interview.id.prefix(4).lowercased())"
    }

    /// The sessions, newest first: all, or the newest `limit`.
    ///
    /// - Throws: `StorageError.readFailed` when the folder cannot be listed; a folder that is not there has none.
    public func entries(limit: Int = .max) throws(StorageError) -> [Entry] {
        try names().prefix(limit).map { name in
            let path = "\(directory)/\(name)"
            return Entry(
                name: name, path: path,
                interview: Result { () throws(StorageError) in try SessionFolder.read(path) })
        }
    }

    /// The folders that hold a session, newest first.
    private func names() throws(StorageError) -> [String] {
        guard FileManager.default.fileExists(atPath: directory) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory).sorted(by: >)
                .filter { FileManager.default.fileExists(atPath: "\(directory)/\($0)/session.json") }
        } catch {
            throw .readFailed(path: directory, reason: StorageError.reason(error))
        }
    }

    /// The mean scores of the last `count` interviews that have one, began before `date` and were judged in one way, 0...100, in the
    /// order of time. Sessions that cannot be read do not count.
    ///
    /// - Throws: `StorageError.readFailed` when the folder cannot be listed; a folder that is not there has none.
    public func scores(
        before date: Date, judged judging: InterviewJudging, count: Int
    ) throws(StorageError) -> [Double] {
        var scores: [Double] = []
        for name in try names() {
            guard scores.count < count else { break }
            guard let interview = try? SessionFolder.read("\(directory)/\(name)"),
                interview.heldAt < date, interview.state == .completed,
                InterviewJudging(of: interview) == judging,
                let score = interview.score
            else { continue }
            scores.append(score)
        }
        return scores.reversed()
    }

    /// The newest session that has not ended.
    ///
    /// - Throws: `StorageError.noSession` when every session has ended, `readFailed` with their names when there are
    ///   some that cannot be read, since the one looked for may be among them.
    public func latestUnfinished() throws(StorageError) -> Entry {
        var unreadable: [String] = []
        for entry in try entries() {
            switch entry.interview {
            case .success(let interview) where !interview.state.isOver: return entry
            case .success: continue
            case .failure: unreadable.append(entry.name)
            }
        }
        guard unreadable.isEmpty else {
            throw .readFailed(
                path: directory,
                reason: "no unfinished session was found, and these could not be read: "
                    + unreadable.joined(separator: ", "))
        }
        throw .noSession(name: "that is unfinished", directory: directory)
    }

    /// What the newest sessions say about the choice of questions. One that cannot be read has no part in it.
    ///
    /// - Throws: `StorageError.readFailed` when the folder cannot be listed.
    public func history() throws(StorageError) -> PracticeHistory {
        PracticeHistory(of: try entries(limit: Self.historyLimit).compactMap { try? $0.interview.get() })
    }

    /// How many sessions are looked at for their history.
    public static let historyLimit = 20
}
