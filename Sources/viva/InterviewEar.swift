import Evaluation
import Interview
import Recognition
import Speech
import Synthesis
import Vocabulary

/// What this machine hears interviews with: the model of the engine, and what is expected of interviews, which is read
/// once and shared by all recognisers.
actor InterviewEar {
    private let model: PocketSphinxModel
    private var making: Task<InterviewModel, any Error>?

    init(model: PocketSphinxModel) { self.model = model }

    /// A recogniser; the first one waits for what is expected of interviews.
    func recognizer() async throws(RecognitionError) -> PocketSphinxRecognizer {
        try PocketSphinxRecognizer(model: model, interview: try await interview())
    }

    /// Writes what was heard as people write it.
    func writtenText() async throws(RecognitionError) -> WrittenText {
        WrittenText(lexicon: try await interview().lexicon)
    }

    /// What is expected of interviews.
    func interview() async throws(RecognitionError) -> InterviewModel {
        let making =
            making
            ?? Task { [model] in
                let questions = try Questions.load().questions.map {
                    $0.rubric.hearingContext(terms: $0.tags)
                }
                return try await InterviewModel(
                    folder: HearingFolder(path: Places.data() + "/models"), questions: questions,
                    pronouncer: EspeakSynthesizer.shared, model: model)
            }
        self.making = making
        do {
            return try await making.value
        } catch let error as RecognitionError {
            throw error
        } catch {
            // The reason stands within a sentence.
            let reason = "\(error)"
            throw .engineFailed(
                engine: "The recogniser with what is expected of interviews",
                reason: reason.hasSuffix(".") ? String(reason.dropLast()) : reason)
        }
    }
}
