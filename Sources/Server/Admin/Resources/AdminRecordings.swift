import HTTPTypes
import Records
import Service
import Web

/// Recordings of interviews, for admins. They go with their interviews.
enum AdminRecordings {
    private static let interview = AdminFields.number("interview_id", "Only of this interview.")

    private static let row = ReplyForm<RecordingListing>(
        "AdminRecording",
        [
            ReplyField("interview_id", "The number of the interview, with which it goes.") { $0.interview },
            ReplyField("name", "Its name in the interview.") { $0.name },
            ReplyField("bytes", "The length of its content.") { $0.bytes },
            ReplyField("candidate_id", "The number of who answers in the interview.") { $0.candidate },
            ReplyField("organization_id", "The number of the interview's organization.") { $0.organization },
            ReplyField("address", "The SHA-256 of its content.") { $0.address },
        ])

    /// What nothing names.
    static let orphan = ReplyForm<StoredFile>(
        "AdminOrphan",
        [
            ReplyField("address", "The SHA-256 of its content.") { $0.address },
            ReplyField("bytes", "The length of its content.") { $0.bytes },
            ReplyField("is_encrypted", "Whether it is encrypted on the disk.") { $0.isEncrypted },
        ])

    /// How many of these were removed.
    static let removed = ReplyForm<Int>(
        "AdminRemovedOrphans", [ReplyField("files", "How many files were removed.") { $0 }])

    static func resource(_ admin: AdminService) -> AdminResource {
        let path = "/api/v1/admin/recordings/orphans/"
        return AdminResource(
            "recordings", title: "Recordings", noun: "recording",
            about: "What was said in interviews; a recording goes with its interview.", row: row,
            columns: ["interview_id", "name", "bytes", "candidate_id", "organization_id", "address"],
            filters: [interview], label: { $0.name },
            list: {
                try await admin.recordings(
                    interview: $0[interview], text: $0.search, page: $0.page, for: $1)
            }, detail: AdminDetail<RecordingListing>?.none,
            further: [
                Endpoint(
                    .get, path, of: AdminResource.tag, "List recordings and files that nothing names",
                    name: "adminListOrphans", reply: .many(orphan)
                ) { call in try await admin.orphans(for: call.caller) },
                Endpoint(
                    .delete, path, of: AdminResource.tag, "Remove recordings and files that nothing names",
                    name: "adminRemoveOrphans", reply: .one(removed)
                ) { call in try await admin.removeOrphans(by: call.caller) },
            ])
    }
}
