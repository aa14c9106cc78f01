public import Accounts
public import Interview

/// All that is kept about everybody.
public struct WholeExport: Sendable, Hashable, Codable {
    /// The people.
    public var people: [KeptRecord<Person>]
    /// The organizations.
    public var organizations: [KeptRecord<Organization>]
    /// The accounts, without their secrets.
    public var accounts: [AccountInfo]
    /// The log of what was done.
    public var actions: [AuditLine]
    /// The resumes.
    public var resumes: [KeptRecord<Resume>]
    /// The interviews.
    public var interviews: [PersonExport.HeldInterview]
    /// The question banks that somebody made; those that come with Viva are left out.
    public var banks: [KeptRecord<QuestionBankInfo>]
    /// The questions of these banks, those that are not asked any more too.
    public var questions: [KeptQuestion]
    /// The templates that somebody made.
    public var templates: [KeptRecord<InterviewTemplate>]
    /// The recordings that somebody sent to be written down.
    public var transcripts: [PersonExport.HeldTranscript]
    /// The addresses of the recordings and files that these name.
    public var files: [String]
    /// What cannot be read and was left out.
    public var unreadable: [UnreadableRecord]
}
