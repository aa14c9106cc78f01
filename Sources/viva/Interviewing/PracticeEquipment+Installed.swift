import Chat
import Evaluation
import Judging
import Practice
import Storage

extension PracticeEquipment {
    /// What an interview on this machine is held with; questions are only shown.
    ///
    /// - Parameters:
    ///   - recognizers: who hears.
    ///   - offline: the judge of this machine.
    ///   - model: the language model that judges too and writes follow-ups; `nil` for none.
    static func installed(
        recognizers: RecognizerSet, offline: RubricEvaluator, model: ChatModel?
    ) -> PracticeEquipment {
        PracticeEquipment(
            synthesizer: nil, recognizers: recognizers, judge: offline.with(model),
            followUps: model.map { FollowUpWriter(model: $0) },
            speechCache: SpeechCache(directory: Places.speechCache),
            notice: { Terminal.log.print("viva: \($0)") })
    }
}
