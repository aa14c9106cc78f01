import Documents
public import Interview
import Storage

/// Reads sample data from a folder: `organizations.yaml`, `people.yaml`, `resumes.yaml`, `banks.yaml`, `templates.yaml` and
/// `interviews.yaml`, each a list whose entries are numbered from 1, with the questions of banks in `questions/` and the
/// text of resumes in `resumes/`.
public struct SampleFolder: Sendable {
    /// The most bytes of a list; a larger one is refused before it is read.
    public static let limitBytes = 1024 * 1024

    private let path: String
    private let questions: [Question]
    private let roles: RoleFinder
    private let catalogue: SkillCatalogue

    /// A folder.
    ///
    /// - Parameters:
    ///   - questions: What templates and interviews may ask beside the questions of the sample banks.
    ///   - roles: The roles that are looked for in resumes.
    ///   - catalogue: The skills that are looked for in resumes and named by interviews.
    public init(_ path: String, questions: [Question], roles: RoleFinder, catalogue: SkillCatalogue) {
        self.path = path
        self.questions = questions
        self.roles = roles
        self.catalogue = catalogue
    }

    /// The data.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in the lists, `DocumentError` for a resume that
    ///   cannot be read.
    public func load() async throws -> SampleData {
        var problems: [QuestionBankFileError.Problem] = []
        func list<Entry>(
            _ name: String, _ read: (inout NodeFields, Int) -> Entry
        ) throws(QuestionBankFileError) -> [Entry] {
            let file = try ListFile(path: "\(path)/\(name).yaml", list: name, limitBytes: Self.limitBytes)
            problems += file.problems
            return file.entries.enumerated().map { place, entry in
                var fields = entry
                let number = fields.integer("number", in: 1...(place + 1))
                if fields.problems.isEmpty, number != place + 1 {
                    fields.report("number", "It is entry \(place + 1) of its list: number them 1, 2, 3.")
                }
                let value = read(&fields, place + 1)
                fields.finish()
                problems += fields.problems
                return value
            }
        }
        let organizations = try list("organizations") { $0.organization($1) }
        let people = try list("people") { $0.person($1, organizations: organizations.count) }
        let resumes = try list("resumes") { fields, _ in
            (person: fields.reference("person", among: people.count), file: fields.string("file"))
        }
        let banks = try list("banks") { fields, number in
            (
                info: fields.bank(number, people: people.count, organizations: organizations.count),
                file: fields.string("questions")
            )
        }
        let filled = try banks.map { bank in
            SampleData.Bank(
                info: bank.info,
                questions: try QuestionBankFile.load(path: "\(path)/questions/\(bank.file)").questions)
        }
        var reading = SampleReading(
            questions: Dictionary(
                (filled.flatMap(\.questions) + questions).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }),
            catalogue: catalogue, organizations: organizations.count, people: people.count,
            resumes: resumes.count)
        let templates = try list("templates") { reading.template(&$0, $1) }
        reading.templates = templates.count
        let interviews = try list("interviews") { reading.interview(&$0, $1) }
        guard problems.isEmpty else { throw QuestionBankFileError(problems: problems) }
        var read: [Resume] = []
        for (place, resume) in resumes.enumerated() {
            read.append(
                try await self.resume(
                    resume.file, number: place + 1,
                    person: resume.person.map { SampleKind.person.id(Int($0)) }))
        }
        return SampleData(
            organizations: organizations, people: people, resumes: read, banks: filled,
            templates: templates, interviews: interviews)
    }

    private func resume(_ file: String, number: Int, person: String?) async throws -> Resume {
        let path = "\(path)/resumes/\(file)"
        let document = try await DocumentReader().read(path, name: path)
        var resume = Resume(document, path: path, person: person, roles: roles, catalogue: catalogue)
        resume.id = SampleKind.resume.id(number)
        return resume
    }
}
