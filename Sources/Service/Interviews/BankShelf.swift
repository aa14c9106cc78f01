import Accounts
import FoundationEssentials
import Interview
import Records
import Synchronization

/// Questions of banks as they were last read: reading all of a large bank takes long, and every interview that is made asks for them.
final class BankShelf: Sendable {
    private struct Place {
        let stamp: BankStamp
        let questions: [Question]
    }

    private let places = Mutex(RecentValues<Int64, Place>(limit: 64))
    private let count = Mutex(0)

    /// How often questions of a bank were read.
    var readCount: Int { count.withLock { $0 } }

    /// The questions that a bank asks, in the order in which they were kept.
    func questions(of stamp: BankStamp, in records: Records) async throws(RecordsError) -> [Question] {
        if let place = places.withLock({ $0[stamp.bank] }), place.stamp == stamp { return place.questions }
        let questions = try await records.activeQuestions(of: .number(stamp.bank))
        count.withLock { $0 += 1 }
        // What changes twice within a moment has the same stamp: it is kept when that moment is over.
        if abs(stamp.changedAt.timeIntervalSinceNow) > 1 {
            places.withLock { $0[stamp.bank] = Place(stamp: stamp, questions: questions) }
        }
        return questions
    }
}
