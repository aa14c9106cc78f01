import FoundationEssentials
import Records
import Web

/// The address of an answer's recording on this server.
struct RecordingAddress: Sendable, Hashable {
    /// The interview.
    let interview: RecordName
    /// The number of the answer.
    let answer: Int64

    /// The recording of an answer.
    init(interview: RecordName, answer: Int64) {
        self.interview = interview
        self.answer = answer
    }

    /// The recording that an address names; `nil` for an address of anything else, or of another server.
    ///
    /// - Parameter authority: the name under which this server is asked.
    init?(_ text: String, authority: String?) {
        var path = text[...]
        for scheme in ["http://", "https://"] where path.lowercased().hasPrefix(scheme) {
            path = path.dropFirst(scheme.count)
            let host = path.prefix { $0 != "/" }
            guard let authority, host.lowercased() == authority.lowercased() else { return nil }
            path = path.dropFirst(host.count)
            break
        }
        let root = InterviewEndpoints.root + "/"
        guard path.hasPrefix(root) else { return nil }
        let parts = path.dropFirst(root.count).split(separator: "/").map { String($0) }
        guard parts.count == 4, parts[1] == "answers", parts[3] == "recording",
            RecordName.isName(parts[0]), RecordName.isName(parts[2]),
            case .number(let answer) = RecordName(parts[2])
        else { return nil }
        self.init(interview: RecordName(parts[0]), answer: answer)
    }

    /// Its path on the server.
    var path: String { "\(InterviewEndpoints.root)/\(interview)/answers/\(answer)/recording" }
}
