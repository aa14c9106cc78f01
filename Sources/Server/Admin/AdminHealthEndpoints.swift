import Archive
import FoundationEssentials
import HTTPTypes
import Service
import Web

/// How the server stands, and what puts it in order: `/api/v1/admin/health/`.
struct AdminHealthEndpoints: Sendable {
    /// What admins do.
    let admin: AdminService
    /// What was counted.
    let figures: ServerFigures
    /// The version of the program.
    let version: String
    /// When the server began.
    let startedAt: Date

    /// What a whole check found.
    static let check = ReplyForm<ArchiveCheck>(
        "AdminCheck",
        [
            ReplyField("interviews", "How many interviews there are.") { $0.interviews },
            ReplyField("recordings", "How many files of recordings were read.") { $0.recordings },
            ReplyField("recording_bytes", "The length of their content.") { $0.recordingBytes },
            ReplyField("problems", "What is wrong; none when all is well.") { $0.problems },
            ReplyField("unreadable_interviews", "The numbers of interviews that cannot be read.") {
                $0.unreadable
            },
            ReplyField("orphans", "How many recordings nothing names.") {
                $0.orphans.count + $0.damagedOrphans.count
            },
            ReplyField("leftovers", "How many half-written files crashes have left.") {
                $0.leftovers.count
            },
        ])

    /// What was tidied up.
    static let tidying = ReplyForm<Archive.Tidying>(
        "AdminTidying",
        [
            ReplyField("deletions", "How many deletions that were broken off came to their end.") {
                $0.deletions
            },
            ReplyField("recordings", "How many recordings they removed.") { $0.recordings },
            ReplyField("work_folders", "How many folders of interviews that are over or gone were removed.") {
                $0.workFolders
            },
            ReplyField("copies", "How many readable copies of encrypted answers were removed.") { $0.copies },
            ReplyField("leftovers", "How many half-written files were removed.") { $0.leftovers },
        ])

    /// How the server stands now.
    func health(for caller: Caller) async throws(ServiceError) -> AdminHealth {
        let counted = figures.now
        return AdminHealth(
            parts: try await admin.health(for: caller), version: version, startedAt: startedAt,
            connections: counted.connections, streams: counted.streams)
    }

    var endpoints: [Endpoint] {
        let root = "/api/v1/admin/health/"
        return [
            Endpoint(
                .get, root, of: AdminResource.tag, "How the server stands", name: "adminHealth",
                reply: .one(AdminHealth.form)
            ) { call in try await health(for: call.caller) },
            Endpoint(
                .post, root + "check/", of: AdminResource.tag,
                "Look at all that is kept; it reads every recording", name: "adminCheck",
                reply: .one(Self.check)
            ) { call in try await admin.check(by: call.caller) },
            Endpoint(
                .post, root + "tidy/", of: AdminResource.tag,
                "Remove what crashes have left and overwrite what was deleted", name: "adminTidy",
                reply: .one(Self.tidying)
            ) { call in try await admin.tidy(by: call.caller) },
        ]
    }
}
