public import Accounts
public import Interview
import Records

/// What is done with an interview that others hold by those alone, and never by its candidate.
enum HoldersAction: Sendable {
    /// Its questions are written.
    case write
    /// An answer is corrected or judged again, or it is chosen which attempt counts.
    case rework
    /// It is held once more.
    case restart
    /// What is said of it is changed when it is over.
    case rewrite

    /// Why it is refused, and who can do it.
    func refusal(of number: Int64, _ details: InterviewDetails) -> String {
        let holder =
            details.interviewer == nil
            ? "whoever planned it, or an interviewer named by them" : "its interviewer"
        let ask = "ask \(details.interviewer == nil ? "whoever planned it" : "the interviewer")"
        return switch self {
        case .write: "The questions of interview \(number) are for \(holder) to write: \(ask) to change them."
        case .rework:
            "Interview \(number) is held by others and you answer in it, so your answers stand as you gave them: only \(holder) can correct them, have them judged again or choose among them."
        case .restart:
            "Interview \(number) is held by others and you answer in it, so you do not begin it anew: only \(holder) can; \(ask) for another one."
        case .rewrite:
            "Interview \(number) is over, was held by others and you answered in it, so it stands as it is: only \(holder) can change it."
        }
    }
}

/// What the candidate of an interview that others hold may see and do: the one place where that is decided.
extension VivaService {
    /// Refuses the candidate of an interview that others hold what only those do.
    func requireHolder(
        to action: HoldersAction, _ sheet: InterviewSheet, for requester: Requester
    ) throws(ServiceError) {
        let details = sheet.interview.details
        guard details.examines(requester) else { return }
        throw .notAllowed(reason: action.refusal(of: sheet.number, details))
    }

    /// An interview as somebody may see it: before one that others hold is completed, its candidate learns nothing of what is expected.
    func shown(_ sheet: InterviewSheet, to requester: Requester) -> InterviewSheet {
        hidesExpectations(of: sheet.interview, from: requester) ? sheet.withoutExpectations : sheet
    }

    /// Whether what is expected of answers is kept from somebody also where answers were given: from the candidate of an interview that others
    /// hold, up to when it is completed.
    func hidesExpectations(of interview: Interview, from requester: Requester) -> Bool {
        interview.details.examines(requester) && interview.state != .completed
    }

    /// Whether somebody may see what is expected of answers in an interview: whoever answers may when it is over, or completed where others
    /// hold it; others when they may review it.
    public func showsExpectations(of interview: Interview, for requester: Requester) -> Bool {
        let details = interview.details
        if hidesExpectations(of: interview, from: requester) { return false }
        if interview.state.isOver { return true }
        guard !details.isAnswered(by: requester) else { return false }
        return requester.reaches(details, by: AccessTable.scope(of: requester, .review, .interview))
    }
}

extension InterviewDetails {
    /// Whether somebody is the one who answers.
    func isAnswered(by requester: Requester) -> Bool { candidate != nil && candidate == requester.person }

    /// Whether it is an examination of somebody.
    func examines(_ requester: Requester) -> Bool { isHeldByOthers && isAnswered(by: requester) }

    /// Takes note that somebody planned it for somebody else, or changed who answers in it. Whoever works on this machine alone plans for
    /// others what is for real; the rest is practice of whoever sits there.
    ///
    /// - Parameter before: what it was before the change; `nil` for one that is new.
    mutating func notePlanning(by requester: Requester, instead before: InterviewDetails? = nil) {
        if let before, before.candidate == candidate, before.interviewer == interviewer { return }
        if before?.hasOtherInterviewer == true || hasOtherInterviewer { isPlannedByOthers = true }
        guard let candidate, candidate != before?.candidate, candidate != requester.person else { return }
        if !requester.isLocal || mode == .real { isPlannedByOthers = true }
    }
}
