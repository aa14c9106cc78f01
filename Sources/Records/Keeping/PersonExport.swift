public import Accounts
public import FoundationEssentials
public import Interview

/// All that is kept about a person.
public struct PersonExport: Sendable, Hashable, Codable {
    /// An interview of the person with what belongs to it.
    public struct HeldInterview: Sendable, Hashable, Codable {
        /// Its number.
        public var number: Int64
        /// The interview with its questions and answers.
        public var interview: Interview
        /// The messages that were added to its conversation.
        public var messages: [Message]
        /// The reports that were made of it.
        public var reports: [KeptReport]
    }

    /// A recording that was sent to be written down and belongs to no interview; it is kept for a day.
    public struct HeldTranscript: Sendable, Hashable, Codable {
        /// The number of the job that hears it.
        public var number: Int64
        /// The name of the file as whoever sent it calls it.
        public var fileName: String
        /// The address of the recording.
        public var recording: String
        /// How far it is.
        public var state: Job.State
        /// What was heard; `nil` before that.
        public var text: String?
        /// When it was sent.
        public var sentAt: Date
    }

    /// The person.
    public var person: KeptRecord<Person>
    /// The person's organization.
    public var organization: KeptRecord<Organization>?
    /// The person's account, without its secret.
    public var account: AccountInfo?
    /// What the log has of what was done with that account.
    public var actions: [AuditLine]
    /// The person's resumes.
    public var resumes: [KeptRecord<Resume>]
    /// The interviews in which the person answers.
    public var interviews: [HeldInterview]
    /// The interviews in which the person asks, without what somebody else said in them.
    public var asked: [InterviewListing]
    /// The person's question banks.
    public var banks: [KeptRecord<QuestionBankInfo>]
    /// The questions of these banks, those that are not asked any more too.
    public var questions: [KeptQuestion]
    /// The person's templates.
    public var templates: [KeptRecord<InterviewTemplate>]
    /// The recordings that the person sent to be written down.
    public var transcripts: [HeldTranscript]
    /// The addresses of the recordings and files that these name.
    public var files: [String]
    /// What cannot be read and was left out.
    public var unreadable: [UnreadableRecord]
}
