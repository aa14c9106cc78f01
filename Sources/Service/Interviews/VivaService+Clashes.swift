import Accounts
import Archive
import FoundationEssentials
import Interview
import Records

/// Who is taken at a time, and by what, as far as the one who asks may know.
extension VivaService {
    /// Does something that is refused when somebody is taken at its time, and tells who that is. The interview that takes them is named
    /// to whoever may read it, and to nobody else.
    func tellingClashes<Value>(
        for requester: Requester, _ work: () async throws -> Value
    ) async throws -> Value {
        do { return try await work() } catch {
            guard let clashes = Self.clashes(in: error) else { throw error }
            throw ServiceError.conflict(reason: try await told(clashes, for: requester))
        }
    }

    private static func clashes(in error: any Error) -> [ScheduleConflict]? {
        switch error {
        case RecordsError.conflict(let clashes), ArchiveError.records(.conflict(let clashes)): clashes
        default: nil
        }
    }

    private func told(_ clashes: [ScheduleConflict], for requester: Requester) async throws -> String {
        var sentences: [String] = []
        for clash in clashes {
            var names: [String] = []
            for person in clash.people {
                names.append(try await archive.records.person(.number(person)).value.name)
            }
            let sentence =
                "\(names.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") taken "
                + (try await isReadable(clash, for: requester) ? clash.timeAndName : "then") + "."
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return (sentences + ["Choose another time."]).joined(separator: " ")
    }

    /// Whether somebody may read the other interview; one that was deleted meanwhile nobody may.
    private func isReadable(_ clash: ScheduleConflict, for requester: Requester) async throws -> Bool {
        do {
            _ = try await session(.number(clash.number), for: requester)
            return true
        } catch {
            guard case .notFound = error else { throw error }
            return false
        }
    }
}

extension ScheduleConflict {
    /// When it is and what it is called, behind a verb.
    fileprivate var timeAndName: String {
        "from \(start.formatted(.iso8601)) to \(end.formatted(.iso8601)) by interview \(number)"
            + (title.isEmpty ? "" : " (\(title))")
    }
}
