internal import FoundationEssentials
public import Interview

extension Resume {
    /// What a document says, as a resume.
    ///
    /// - Parameters:
    ///   - document: What was read.
    ///   - path: Where the document lies; its last part is kept.
    ///   - person: Whose it is; `nil` where nobody is named.
    ///   - roles: The roles that are looked for.
    ///   - catalogue: The skills that are looked for.
    public init(
        _ document: DocumentText, path: String, person: String? = nil, roles: RoleFinder,
        catalogue: SkillCatalogue
    ) {
        self.init(
            id: UUID().uuidString, person: person,
            fileName: path.split(separator: "/").last.map(String.init) ?? path,
            contentHash: document.contentHash, text: document.text,
            profile: ResumeProfile(of: document.text, roles: roles, catalogue: catalogue))
    }
}
