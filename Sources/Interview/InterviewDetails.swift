/// What an interview is called, for what and for whom it is; what is asked in it stands in its plan.
public struct InterviewDetails: Sendable, Hashable, Codable {
    /// Whether it is for learning or for real.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        /// Hints and sample answers may be seen, and every answer may be tried again.
        case practice
        /// No hints, no sample answers, one take.
        case real
    }

    /// How people meet in it.
    public enum Medium: String, Sendable, Hashable, Codable, CaseIterable {
        /// By voice with Viva.
        case voice
        /// In writing.
        case text
        /// By video with a person.
        case video
        /// In one room with a person.
        case inPerson = "in_person"
    }

    /// The longest description of a job that is kept, in characters.
    public static let limitJobDescription = 20_000
    /// The label of interviews that come as samples and tell nothing about whoever practises here.
    public static let sampleTag = "sample"

    /// A name for lists; empty for one that has none.
    public var title: String
    /// What it is about, for people.
    public var summary: String?
    /// Whether it is for learning or for real.
    public var mode: Mode
    /// How people meet in it.
    public var medium: Medium
    /// The company that it is for.
    public var company: String?
    /// The role as somebody wrote it, where the plan has another name of it or none; `nil` for that of the plan.
    public var role: String?
    /// The skills as somebody wrote them, where the plan has other names of them; `nil` for those of the plan.
    public var skills: [String]?
    /// The description of the job, at most `limitJobDescription` characters of it.
    public var jobDescription: String?
    /// Free labels.
    public var tags: [String]
    /// The number of the organization that it belongs to.
    public var organization: Int64?
    /// The number of the person who answers.
    public var candidate: Int64?
    /// The number of the person who asks, or for whom it is asked.
    public var interviewer: Int64?
    /// Whether somebody else than the one who answers planned it; it stays so when nobody knows any more who that was.
    public var isPlannedByOthers: Bool
    /// The number of the template that it was made from.
    public var template: Int64?
    /// The number of the resume that its questions follow.
    public var resume: Int64?
    /// The id of the interview that it repeats.
    public var repeats: String?
    /// Whether a language model may write questions and judge.
    public var usesLanguageModel: Bool
    /// Whether the answers' sound is kept once they are judged.
    public var keepsAudio: Bool
    /// Whether the answers' picture is wanted; Viva records none.
    public var wantsVideo: Bool
    /// After so many minutes without anything an interview that was begun counts as given up; `nil` for never.
    public var timeOutMinutes: Int?
    /// How long it is planned to take, in minutes, where it has no time yet; `nil` where nobody said.
    public var plannedMinutes: Int?

    /// Details; left out, an interview of nobody in particular for practice, by voice.
    public init(
        title: String = "", summary: String? = nil, mode: Mode = .practice, medium: Medium = .voice,
        company: String? = nil, role: String? = nil, skills: [String]? = nil,
        jobDescription: String? = nil, tags: [String] = [],
        organization: Int64? = nil, candidate: Int64? = nil, interviewer: Int64? = nil,
        isPlannedByOthers: Bool = false, template: Int64? = nil, resume: Int64? = nil, repeats: String? = nil,
        usesLanguageModel: Bool = false, keepsAudio: Bool = true, wantsVideo: Bool = false,
        timeOutMinutes: Int? = nil, plannedMinutes: Int? = nil
    ) {
        self.title = title
        self.summary = summary
        self.mode = mode
        self.medium = medium
        self.company = company
        self.role = role
        self.skills = skills
        self.jobDescription = jobDescription.map { String($0.prefix(Self.limitJobDescription)) }
        self.tags = tags
        self.organization = organization
        self.candidate = candidate
        self.interviewer = interviewer
        self.isPlannedByOthers = isPlannedByOthers
        self.template = template
        self.resume = resume
        self.repeats = repeats
        self.usesLanguageModel = usesLanguageModel
        self.keepsAudio = keepsAudio
        self.wantsVideo = wantsVideo
        self.timeOutMinutes = timeOutMinutes
        self.plannedMinutes = plannedMinutes
    }

    /// Whether it is an examination: somebody else than the one who answers asks in it, or planned it. Practice of one's own is none.
    public var isHeldByOthers: Bool { isPlannedByOthers || hasOtherInterviewer }

    /// Whether somebody else than the one who answers asks in it.
    public var hasOtherInterviewer: Bool { interviewer != nil && interviewer != candidate }

    /// Reads details; each may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ usual: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? usual
        }
        let usual = InterviewDetails()
        self.init(
            title: try value(.title, usual.title), summary: try value(.summary, nil),
            mode: try value(.mode, usual.mode), medium: try value(.medium, usual.medium),
            company: try value(.company, nil), role: try value(.role, nil), skills: try value(.skills, nil),
            jobDescription: try value(.jobDescription, nil),
            tags: try value(.tags, usual.tags), organization: try value(.organization, nil),
            candidate: try value(.candidate, nil), interviewer: try value(.interviewer, nil),
            isPlannedByOthers: try value(.isPlannedByOthers, usual.isPlannedByOthers),
            template: try value(.template, nil), resume: try value(.resume, nil),
            repeats: try value(.repeats, nil),
            usesLanguageModel: try value(.usesLanguageModel, usual.usesLanguageModel),
            keepsAudio: try value(.keepsAudio, usual.keepsAudio),
            wantsVideo: try value(.wantsVideo, usual.wantsVideo),
            timeOutMinutes: try value(.timeOutMinutes, nil), plannedMinutes: try value(.plannedMinutes, nil))
    }
}
