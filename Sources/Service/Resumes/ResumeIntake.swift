public import Archive
public import Documents
public import Interview
public import Records

/// Keeps resumes with their files: the same file once for a person.
public struct ResumeIntake: Sendable {
    /// What was done with a resume.
    public enum Outcome: Sendable, Hashable {
        /// It is kept now.
        case kept
        /// It was kept before.
        case wasThere
        /// It was kept before, and its file, which was gone or damaged, is kept again.
        case restored
    }

    private let archive: Archive
    private let roles: RoleFinder
    private let catalogue: SkillCatalogue

    /// An intake that finds roles and skills in resumes.
    public init(archive: Archive, roles: RoleFinder, catalogue: SkillCatalogue) {
        self.archive = archive
        self.roles = roles
        self.catalogue = catalogue
    }

    /// The resume that is kept of a document for a person already; `nil` when there is none.
    ///
    /// - Throws: `ArchiveError`, `RecordsError`.
    private func there(
        _ document: DocumentText, of owner: KeptRecord<Person>?
    ) async throws -> KeptRecord<Resume>? {
        try await archive.records.resumes(
            person: owner?.number, contentHash: document.contentHash, page: .first(PageRequest.limit)
        ).items.first { $0.value.person == owner?.value.id }
    }

    /// Keeps a document that was read, with its file.
    ///
    /// - Parameters:
    ///   - content: the bytes of the file.
    ///   - name: the name of the file; its last part is kept.
    ///   - owner: whose it is; `nil` where nobody is named.
    /// - Throws: `ArchiveError`, `RecordsError`.
    public func keep(
        _ document: DocumentText, content: [UInt8], name: String, of owner: KeptRecord<Person>?
    ) async throws -> (resume: KeptRecord<Resume>, outcome: Outcome) {
        if let there = try await there(document, of: owner) {
            let isRestored = try await archive.restoreFile(
                ofResume: .number(there.number), content: content)
            return (there, isRestored ? .restored : .wasThere)
        }
        let resume = Resume(
            document, path: name, person: owner?.value.id, roles: roles, catalogue: catalogue)
        return (try await archive.keep(resume, content: content), .kept)
    }
}
