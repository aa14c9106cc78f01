public import Interview

/// Sample data as they stand in files, with which every list has something to show. What names another sample names it by the
/// number that it has in a new database.
public struct SampleData: Sendable {
    /// The label of everything that comes as a sample and can have one.
    public static let tag = InterviewDetails.sampleTag

    /// A bank with its questions.
    public struct Bank: Sendable {
        /// What is said about it.
        public var info: QuestionBankInfo
        /// Its questions, in their order.
        public var questions: [Question]
    }

    /// Companies and schools.
    public var organizations: [Organization]
    /// People.
    public var people: [Person]
    /// Resumes; each names its person by the id.
    public var resumes: [Resume]
    /// Banks of questions.
    public var banks: [Bank]
    /// Templates.
    public var templates: [InterviewTemplate]
    /// Interviews.
    public var interviews: [SampleInterview]

    /// What each sample of a sort is called, in the order of their numbers.
    public func names(of kind: SampleKind) -> [String] {
        switch kind {
        case .organization: organizations.map(\.name)
        case .person: people.map(\.name)
        case .resume: resumes.map(\.fileName)
        case .bank: banks.map(\.info.name)
        case .template: templates.map(\.title)
        case .interview: interviews.map(\.details.title)
        }
    }
}
