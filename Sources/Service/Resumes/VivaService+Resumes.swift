public import Accounts
import Archive
import Documents
public import Interview
public import Recordings
public import Records

extension VivaService {
    /// Reads a resume and keeps it with its file; the same file once for a person.
    ///
    /// - Parameters:
    ///   - path: where the file is; it stays there.
    ///   - field: the field of the request that it came in, for messages.
    ///   - fileName: the name of the file as whoever sends it calls it; empty when they said none.
    ///   - person: whose it is; `nil` for whoever sends it.
    /// - Returns: The resume, with what the reader warns of.
    /// - Throws: `ServiceError`: `otherKind` for a file of a kind that is not read, `tooLarge`, `invalid` for one in which no text is found,
    ///   `busy` when too many files are being read.
    public func addResume(
        _ path: String, field: String, fileName: String, of person: RecordName? = nil,
        for requester: Requester
    ) async throws(ServiceError) -> (resume: KeptRecord<Resume>, warnings: [String]) {
        try await attempt {
            let owner = try await owner(person, for: requester)
            try requireResume(.create, of: owner, for: requester)
            let name = fileName.isEmpty ? "resume" : String(fileName.prefix(200))
            let (bytes, document) = try await gate.passing {
                let reader = DocumentReader()
                do throws(DocumentError) {
                    let bytes = try reader.bytes(of: path, name: name)
                    return (bytes, try await reader.read(bytes, name: name))
                } catch { throw ServiceError(error, field: field) }
            }
            let questions = try await bank(for: requester).questions
            let intake = ResumeIntake(
                archive: archive, roles: RoleFinder(questions: questions),
                catalogue: SkillCatalogue(questions: questions, fields: tools.fields))
            let kept = try await intake.keep(document, content: bytes, name: name, of: owner)
            return (kept.resume, document.warnings.map { "\($0)" })
        }
    }

    /// A page of the resumes that somebody may see, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func resumes(
        page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<Resume>> {
        try await attempt {
            try await archive.records.resumes(reach: reach(of: requester, .read, .resume), page: page)
        }
    }

    /// A resume.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func resume(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> KeptRecord<Resume> {
        try await attempt { try await resume(name, to: .read, for: requester) }
    }

    /// The file of a resume.
    ///
    /// - Throws: `ServiceError`; `notFound` when none is kept.
    public func file(
        ofResume name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> RecordingReader {
        let resume = try await resume(name, for: requester)
        return try await attempt {
            guard let address = try await archive.records.file(ofResume: .number(resume.number)),
                let id = RecordingID(address)
            else { throw ServiceError.notFound(kind: "file of resume", name: "\(name)") }
            return try archive.vault.open(id)
        }
    }

    /// Deletes a resume with its file. Interviews that followed it stay.
    ///
    /// - Throws: `ServiceError`.
    public func deleteResume(_ name: RecordName, for requester: Requester) async throws(ServiceError) {
        try await attempt {
            let resume = try await resume(name, to: .delete, for: requester)
            try await archive.deleteResume(.number(resume.number))
        }
    }

    // MARK: - Access

    private func owner(
        _ name: RecordName?, for requester: Requester
    ) async throws -> KeptRecord<Person>? {
        guard let name = name ?? requester.person.map({ RecordName.number($0) }) else { return nil }
        do { return try await archive.records.person(name) } catch {
            guard case .notFound = error else { throw error }
            throw ServiceError.invalid(field: "person_id", reason: "There is no person \(name).")
        }
    }

    private func requireResume(
        _ action: AccessAction, of owner: KeptRecord<Person>?, for requester: Requester
    ) throws(ServiceError) {
        let scope = AccessTable.scope(of: requester, action, .resume)
        guard requester.reaches(owners: [owner?.number], owner?.value.organization, by: scope) else {
            throw .notAllowed(reason: "Such a resume is not for you to keep.")
        }
    }

    private func resume(
        _ name: RecordName, to action: AccessAction, for requester: Requester
    ) async throws -> KeptRecord<Resume> {
        let kept = try await archive.records.resume(name)
        var owner: KeptRecord<Person>?
        if let id = kept.value.person { owner = try await archive.records.person(.id(id)) }
        for needed in [AccessAction.read, action] {
            let scope = AccessTable.scope(of: requester, needed, .resume)
            guard requester.reaches(owners: [owner?.number], owner?.value.organization, by: scope) else {
                throw ServiceError.notFound(kind: "resume", name: "\(name)")
            }
        }
        return kept
    }
}

extension ServiceError {
    /// What it means that a document in a field of a request cannot be taken.
    init(_ error: DocumentError, field: String) {
        switch error {
        case .refused, .notUTF8, .programMissing:
            self = .otherKind(field: field, reason: error.description)
        case .tooLarge, .tooMuchText: self = .tooLarge(field: field, reason: error.description)
        case .empty, .encrypted, .noPages, .damaged, .noText, .outOfLimits:
            self = .invalid(field: field, reason: error.description)
        case .notFound, .notAFile, .cannotRead, .programFailed, .noPlace, .cancelled:
            self = .failed(reason: error.description)
        }
    }
}
