import Accounts
import Interview
import Records
import Synchronization

/// The results that were looked at last, so that an interview is not read and summed up anew for each look. An entry counts only while
/// its stamp is that of the interview, which is read each time.
final class ResultShelf: Sendable {
    /// An interview with its summary.
    struct Entry: Sendable {
        let sheet: InterviewSheet
        let summary: InterviewSummary
        let renderings = ResultRenderings()
    }

    /// How many are kept: an interview takes some 100 kB.
    private static let limit = 200

    private let entries = Mutex<RecentValues<Int64, (stamp: InterviewStamp, entry: Entry)>>(
        RecentValues(limit: limit))

    /// What belongs to a stamp, made when it is not there.
    func entry(of stamp: InterviewStamp, _ make: () async throws -> Entry) async throws -> Entry {
        let known = entries.withLock { $0[stamp.number] }
        if let known, known.stamp == stamp { return known.entry }
        let made = try await make()
        // Written meanwhile, it is newer than its stamp.
        if made.sheet.kept.revision == stamp.revision {
            entries.withLock { $0[stamp.number] = (stamp, made) }
        }
        return made
    }
}
