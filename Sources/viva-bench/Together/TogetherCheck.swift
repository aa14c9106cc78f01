import Archive
import Interview
import Records
import SQL

/// Holds an archive against what was noted as kept.
struct TogetherCheck {
    private let archive: Archive
    private let shared: TogetherShared
    /// The last note of each interview.
    private let last: [Int64: TogetherNote]
    /// The last labels in the interview that all changed.
    private let labels: Set<String>

    init(archive: Archive, notes: [TogetherNote], shared: TogetherShared) {
        self.archive = archive
        self.shared = shared
        last = Dictionary(
            notes.filter { $0.count == nil }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        var counts: [Substring: String] = [:]
        for label in notes.compactMap(\.count) { counts[label.prefix { $0 != "=" }] = label }
        labels = Set(counts.values)
    }

    private var there: [(number: Int64, interview: Interview, word: String)] {
        last.values.compactMap { note in note.interview.map { (note.number, $0, note.word) } }
    }

    /// What must be there, in words.
    var summary: String {
        let answers = there.reduce(0) { $0 + $1.interview.turns.count { !$0.takes.isEmpty } }
        let recordings = there.reduce(0) { $0 + $1.interview.recordings.count }
        return
            "\(there.count) interviews with \(answers) answers and \(recordings) recordings are to be there, "
            + "\(last.count - there.count) are to be gone, and \(labels.count) labels to be in the one that all changed."
    }

    /// What is not as it was noted; empty when all is well.
    func problems() async throws -> [String] {
        var problems: [String] = []
        let records = archive.records
        for (number, interview, word) in there {
            do {
                let kept = try await records.interview(.number(number)).interview
                if kept != interview { problems.append("Interview \(number) is not as it was kept.") }
            } catch { problems.append("Interview \(number) was kept: \(error)") }
            let said = interview.turns.count { $0.finalTake?.text?.contains(word) ?? false }
            let found = try await records.search(word, page: .skipping(0, count: 20))
            if found.total != said || !found.items.allSatisfy({ $0.interview == number }) {
                problems.append("\(word) is found \(found.total ?? 0) times and was said \(said) times.")
            }
        }
        for note in last.values where note.interview == nil {
            if try await records.isThere(note.number) {
                problems.append("Interview \(note.number) was deleted and is there.")
            }
            let found = try await records.search(note.word, page: .skipping(0, count: 20)).total ?? 0
            if found > 0 { problems.append("\(note.word) was deleted and is found \(found) times.") }
        }
        let total = try await records.interviews(page: .skipping(0, count: 1)).total ?? 0
        if total != there.count + 1 {
            problems.append("There are \(total) interviews, and \(there.count + 1) were kept.")
        }
        let tags = try await records.interview(.number(shared.number)).interview.details.tags
        if Set(tags) != labels || tags.count != labels.count {
            problems.append("The interview that all changed has \(tags), and \(labels.sorted()) were kept.")
        }
        problems += try await indexProblems()
        let check = try await archive.check()
        return problems + check.problems + check.orphans.map { "Nothing names the recording \($0)." }
            + check.leftovers.map { "\($0) was left over." }
    }

    /// Whether the index of words has what the texts say (https://www.sqlite.org/fts5.html#the_integrity_check_command).
    private func indexProblems() async throws -> [String] {
        guard archive.records.database.dialect == .sqlite else { return [] }
        do {
            try await archive.records.database.write {
                try $0.run("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            }
            return []
        } catch { return ["The index of words does not fit the texts: \(error)"] }
    }
}
