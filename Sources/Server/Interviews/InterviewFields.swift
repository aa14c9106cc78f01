import FoundationEssentials
import Interview
import Records
import Web

/// What requests of this interface say.
enum InterviewFields {
    // Making one.
    static let title = RequestField<String>(
        "title", "What it is called.", schema: .text(length: 1...200))
    static let description = RequestField<String?>(optional: "description", "What it is for.")
    static let kind = RequestField<InterviewKindName>("interview_type", "What is asked.", usual: .technical)
    static let difficulty = RequestField<InterviewDifficulty>("difficulty", "How hard it is.", usual: .medium)
    static let role = RequestField<String?>(
        optional: "job_role", "The role.", schema: .text(length: 0...200))
    static let company = RequestField<String?>(
        optional: "company_name", "The company.", schema: .text(length: 0...200))
    static let job = RequestField<String?>(
        optional: "job_description", "The description of the job, which steers the questions.")
    static let skills = RequestField<[String]>(
        "required_skills", "Skills to ask about first.",
        schema: .list(.text(length: 1...100), count: 0...50), usual: [])
    static let minutes = RequestField<Int>(
        "duration_minutes", "How long it is planned to take.",
        schema: .integer(InterviewSchedule.durations), usual: 30)
    static let count = RequestField<Int>(
        "total_questions", "How many questions.", schema: .integer(InterviewPlan.questionCounts), usual: 5)
    static let usesAI = RequestField<Bool>(
        "use_ai", "Whether a language model may judge, where there is one.", usual: true)
    static let video = RequestField<Bool>("enable_video", "Whether a picture is wanted.", usual: false)
    static let audio = RequestField<Bool>(
        "enable_audio", "Whether the sound of the answers is kept once they are judged.", usual: true)
    static let scheduledAt = RequestField<Date?>(optional: "scheduled_at", "When it is to be held.")
    static let resume = RequestField<RecordName?>(
        optional: "resume_id", "A resume that steers the questions: its number or its UUID.")
    static let interview = RequestForm(
        "InterviewRequest",
        [
            title, description, kind, difficulty, role, company, job, skills, minutes, count, usesAI, video,
            audio, scheduledAt, resume,
        ])

    // Answering.
    static let question = RequestField<Int64>("question_id", "The number of the question.")
    static let text = RequestField<String?>(
        optional: "text_response", "The answer.", schema: .text(length: 0...20_000))
    static let code = RequestField<String?>(
        optional: "code_response", "Code beside it.", schema: .text(length: 0...50_000))
    static let audioURL = RequestField<String?>(
        optional: "audio_url",
        "Where its sound is; kept and never fetched. Where nothing is in writing and it names the recording of an answer on this server, that recording is the answer.",
        schema: .text(length: 0...2_000)
    )
    static let videoURL = RequestField<String?>(
        optional: "video_url", "Where its picture is; kept and never fetched.",
        schema: .text(length: 0...2_000))
    static let seconds = RequestField<Double?>(
        optional: "time_taken_seconds", "How long it took, in seconds.", schema: .number(0...86_400))
    private static let answering: [any AnyRequestField] = [question, text, code, audioURL, videoURL, seconds]
    static let response = RequestForm("InterviewResponseRequest", answering)
    static let speaking = UploadForm(
        "InterviewSpokenResponseRequest", answering, files: [SoundFields.audio, SoundFields.audioFile])

    // Lists.
    static let ofStatus = RequestField<InterviewStatus?>(optional: "status", "Only these.")
    static let ofKind = RequestField<InterviewKindName?>(optional: "type", "Only these.")
    static let ofDifficulty = RequestField<InterviewDifficulty?>(optional: "difficulty", "Only these.")
    static let page = RequestField<Int>(
        "page", "Which page, 1 for the first.", schema: .integer(1...1_000_000), usual: 1)
    static let pageSize = RequestField<Int>(
        "page_size", "How many on a page.", schema: .integer(1...100), usual: 20)

    // Using a template.
    static let use = RequestForm("TemplateUseRequest", [role, company])
}

extension String {
    /// Itself, unless it says nothing.
    var unlessEmpty: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
