import Archive
import FoundationEssentials
import Interview
import Records
import SQL

/// The interview that all writing programs change: each has a label in it by which it counts, so that a change that was lost shows.
struct TogetherShared {
    /// Its id.
    let id: String
    let number: Int64

    /// Keeps it in a new archive.
    static func begin(in folder: String, _ address: String?) async throws -> TogetherShared {
        let archive = try await Archive.open(folder, database: address)
        let id = UUID().uuidString.lowercased()
        let kept = try await archive.records.keep(
            Interview(
                id: id, plan: InterviewPlan(seed: 1), details: InterviewDetails(title: "Shared"),
                schedule: nil, createdAt: TogetherWriter.date))
        await archive.records.database.close()
        return TogetherShared(id: id, number: kept.number)
    }

    /// The label by which a program has counted up to a number.
    static func label(of program: Int, _ count: Int) -> String { "program-\(program)=\(count)" }

    /// Counts on.
    static func count(_ program: Int, to count: Int, in id: String, _ records: Records) async throws {
        let (old, new) = (label(of: program, count - 1), label(of: program, count))
        try await records.change(.id(id)) { interview in
            interview.details.tags.removeAll { $0 == old }
            interview.details.tags.append(new)
        }
    }
}
