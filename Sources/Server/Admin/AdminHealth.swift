import Archive
import FoundationEssentials
import Interview
import Service
import Web

/// How a server stands, for admins of the whole of it.
struct AdminHealth: Sendable {
    /// What is kept and what waits.
    let parts: ServerHealth
    /// The version of the program.
    let version: String
    /// When it began.
    let startedAt: Date
    /// How many connections are open.
    let connections: Int
    /// How many of them are WebSockets: live interviews.
    let streams: Int

    /// How it is shown.
    static let form = ReplyForm<AdminHealth>(
        "AdminHealth",
        [
            ReplyField("version", "The version of the program.") { $0.version },
            ReplyField("started_at", "When the server began.") { $0.startedAt },
            ReplyField("database", "The database: its file, or its address without the password.") {
                $0.parts.database.database
            },
            ReplyField("engine", "What keeps it.") { $0.parts.database.engine },
            ReplyField("database_form", "The form of its tables.") { $0.parts.database.form },
            ReplyField("database_bytes", "Its size.") { $0.parts.databaseBytes },
            ReplyField("is_writable", "Whether it may be written.") { $0.parts.database.isWritable },
            ReplyField("problems", "What is wrong with it.") { $0.parts.database.problems },
            ReplyField("recordings", "How many recordings interviews name.") { $0.parts.recordings },
            ReplyField("recording_bytes", "The length of their content.") { $0.parts.recordingBytes },
            ReplyField("is_encrypted", "Whether recordings are encrypted.") { $0.parts.isEncrypted },
            ReplyField("free_bytes", "The free space where recordings are kept.") { $0.parts.freeBytes },
            ReplyField("waiting_jobs", "How many jobs wait.") { $0.parts.jobs[.waiting] ?? 0 },
            ReplyField("running_jobs", "How many jobs are being done.") { $0.parts.jobs[.running] ?? 0 },
            ReplyField("failed_jobs", "How many jobs were given up.") { $0.parts.jobs[.failed] ?? 0 },
            ReplyField("live_streams", "How many WebSockets are open.") { $0.streams },
            ReplyField("connections", "How many connections are open.") { $0.connections },
        ])
}
