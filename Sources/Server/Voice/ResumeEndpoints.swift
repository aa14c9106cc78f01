import FoundationEssentials
import HTTPTypes
import Hummingbird
import Interview
import Records
import Service
import Web

/// Resumes: their numbers are the `resume_id` of interviews that follow them.
struct ResumeEndpoints: Sendable {
    private static let root = "/api/v1/resumes"
    private static let tag = "resumes"

    /// The service.
    let service: VivaService

    private static let file = UploadField(
        "file", "The resume: PDF, PNG, JPEG, TIFF or plain text in UTF-8.", limitBytes: 20 << 20)
    private static let person = RequestField<RecordName?>(
        optional: "person_id", "Whose it is, by number or UUID; left out, of whoever sends it.")
    private static let form = UploadForm("ResumeUpload", [person], files: [file])
    private static let page = RequestField<Int>(
        "page", "Which page, 1 for the first.", schema: .integer(1...1_000_000), usual: 1)
    private static let pageSize = RequestField<Int>(
        "page_size", "How many on a page.", schema: .integer(1...100), usual: 20)

    private static let fields: [ReplyField<KeptRecord<Resume>>] = [
        ReplyField("id", "Its number.") { $0.number },
        ReplyField("uuid", "Its UUID.") { $0.value.id },
        ReplyField("file_name", "What its file is called.") { $0.value.fileName },
        ReplyField("person_uuid", "The UUID of the person whose it is; `null` for nobody in particular.") {
            $0.value.person
        },
        ReplyField("skills", "The skills that were found in it.") {
            $0.value.profile.skills.map(\.found.skill.name)
        },
        ReplyField("created_at", "When it was sent.") { $0.createdAt },
    ]

    private static let listed = ReplyForm<KeptRecord<Resume>>("ResumeItem", fields)
    private static let one = ReplyForm<KeptRecord<Resume>>(
        "Resume", fields + [ReplyField("text", "All that it says.") { $0.value.text }])

    /// A resume that was sent.
    private struct Added: Sendable {
        let resume: KeptRecord<Resume>
        let warnings: [String]
    }

    private static let added = ReplyForm<Added>(
        "ResumeAdded",
        [
            ReplyField("resume", "The resume.", one) { $0.resume },
            ReplyField("warnings", "What could not be read of it, as sentences.") { $0.warnings },
        ])

    /// A page of resumes.
    private struct Page: Sendable {
        let resumes: [KeptRecord<Resume>]
        let total: Int
    }

    private static let list = ReplyForm<Page>(
        "Resumes",
        [
            ReplyField("resumes", "The resumes, the latest first.", listOf: listed) { $0.resumes },
            ReplyField("total", "How many there are in all.") { $0.total },
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, Self.root, of: Self.tag, "Keep a resume", name: "addResume", upload: Self.form,
                reply: .one(Self.added, status: .created, "It is kept.")
            ) { call in
                let file = try call.file(Self.file)
                let kept = try await service.addResume(
                    file.path, field: Self.file.name, fileName: file.name, of: call.body[Self.person],
                    for: call.requester)
                return Added(resume: kept.resume, warnings: kept.warnings)
            },
            Endpoint(
                .get, Self.root, of: Self.tag, "List resumes", name: "listResumes",
                query: [Self.page, Self.pageSize], reply: .one(Self.list)
            ) { call in
                let size = call.query[Self.pageSize]
                let page = try await service.resumes(
                    page: .skipping((call.query[Self.page] - 1) * size, count: size), for: call.requester)
                return Page(resumes: page.items, total: page.total ?? page.items.count)
            },
            Endpoint(
                .get, Self.root + "/{id}", of: Self.tag, "Show a resume", name: "showResume",
                reply: .one(Self.one)
            ) { call in try await service.resume(call.record(), for: call.requester) },
            Endpoint(
                .get, Self.root + "/{id}/file", of: Self.tag, "Get the file of a resume", name: "resumeFile",
                reply: .file(["application/octet-stream"], "The file as it was sent."),
                refusals: [416: "The file has no such bytes."]
            ) { call in
                let name = try call.record()
                let resume = try await service.resume(name, for: call.requester)
                let reader = try await service.file(ofResume: name, for: call.requester)
                return try await FileReply(
                    reader, as: "application/octet-stream",
                    disposition: .attachment(name: resume.value.fileName)
                ).response(to: call.request)
            },
            Endpoint(
                .delete, Self.root + "/{id}", of: Self.tag, "Delete a resume with its file",
                name: "deleteResume", reply: .nothing("It is deleted; interviews that followed it stay.")
            ) { call in try await service.deleteResume(call.record(), for: call.requester) },
        ]
    }
}
