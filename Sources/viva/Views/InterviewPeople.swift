import Archive
import Interview
import Records

/// The names of those who answer and ask in an interview.
struct InterviewPeople {
    private var candidate: String?
    private var interviewer: String?

    /// Reads the names. A person whose name cannot be read is shown by the number.
    init(of details: InterviewDetails, in archive: Archive) async {
        if let number = details.candidate { candidate = await Self.name(number, archive) }
        if let number = details.interviewer { interviewer = await Self.name(number, archive) }
    }

    private static func name(_ number: Int64, _ archive: Archive) async -> String {
        (try? await archive.name(ofPerson: number)) ?? "person \(number)"
    }

    func show(on page: Page) {
        if let candidate { page.figure("Candidate", candidate) }
        if let interviewer { page.figure("Interviewer", interviewer) }
    }
}
