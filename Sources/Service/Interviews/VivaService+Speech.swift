public import Accounts
import Archive
import Interview
public import Practice
public import Records
import Speech

extension VivaService {
    /// A question of an interview, spoken in the voice of the interview.
    ///
    /// - Parameter name: the interview, where whoever asks says it as well.
    /// - Throws: `ServiceError`; `notFound` also for a question of another interview, where nothing speaks, and where a text
    ///   has nothing that can be said or is too long for it.
    public func speech(
        ofQuestion number: Int64, in name: RecordName? = nil, for requester: Requester
    ) async throws(ServiceError) -> QuestionVoice.Spoken {
        try await attempt {
            if let name { _ = try await sheet(name, to: .read, for: requester) }
            let (found, question) = try await sheet(ofQuestion: number, to: .read, for: requester)
            if let name, try await archive.records.identity(ofInterview: name).number != found.number {
                throw ServiceError.notFound(kind: "question of this interview", name: "\(number)")
            }
            guard let voice = tools.voice else {
                throw ServiceError.notFound(kind: "voice on this server to speak question", name: "\(number)")
            }
            let planned = question.question
            do {
                return try await voice.speak(
                    question.turn?.spokenText ?? planned.spokenText ?? planned.text,
                    style: found.interview.plan.voice, isPrivate: question.turn?.isPrivate ?? false)
            } catch SynthesisError.emptyText, SynthesisError.textTooLong {
                throw ServiceError.notFound(
                    kind: "way to say the text of question", name: "\(number)")
            }
        }
    }
}
