import Archive
import FoundationEssentials
import Interview
import Records
import Storage

extension Archive {
    /// A bank of the database that follows files of questions.
    struct FollowedBank: Sendable {
        /// Its number.
        var number: Int64
        /// The ids of its questions.
        var ids: Set<String>
    }

    /// Brings the banks of the database in line with the questions that were read from files, which stay the truth: those that
    /// come with Viva are one bank, those of one's own folder another, and each other file that was named is one by itself.
    /// Where nothing was changed since the last time that costs a glance at each bank.
    ///
    /// - Parameter isWhole: whether one's own folder was read, so that what is not in it any more is not asked any more.
    /// - Returns: The banks.
    /// - Throws: `RecordsError`.
    @discardableResult
    func follow(_ found: QuestionImport.Bank, isWhole: Bool) async throws -> [FollowedBank] {
        var banks = [try await follow("viva", "Viva", found.shipped)]
        let folder = URL(filePath: Places.questions).resolvingSymlinksInPath().path
        var byPlace: [String: [PlacedQuestion]] = [:]
        for question in found.own {
            let file = URL(filePath: question.path).resolvingSymlinksInPath()
            let isOfFolder = file.deletingLastPathComponent().path == folder
            byPlace[isOfFolder ? folder : file.path, default: []].append(question)
        }
        if isWhole, byPlace[folder] == nil, try await records.bank(key: Self.key(of: folder)) != nil {
            byPlace[folder] = []
        }
        for (place, questions) in byPlace.sorted(by: { $0.key < $1.key }) {
            let name = place == folder ? "Your own questions" : URL(filePath: place).lastPathComponent
            banks.append(try await follow(Self.key(of: place), String(name.prefix(200)), questions))
        }
        return banks
    }

    /// People on one server have folders of their own.
    private static func key(of place: String) -> String { "file:\(place)" }

    private func follow(
        _ key: String, _ name: String, _ questions: [PlacedQuestion]
    ) async throws -> FollowedBank {
        let questions = questions.map(\.question)
        let sync = try await records.syncBank(key: key, name: name, questions: questions)
        return FollowedBank(number: sync.bank, ids: Set(questions.map(\.id)))
    }
}
