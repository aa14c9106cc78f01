import ArgumentParser
import Foundation
import Models
import Practice
import Recognition
import Speech
import Synthesis

/// An ear of Viva's, made the same way for every bench. What it needs stands in the folders `models` and `questions` of
/// the current folder.
enum BenchEar: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// PocketSphinx with the terms and the talk of interviews.
    case pocketSphinx = "pocketsphinx"
    /// The Whisper model of VIVA_BENCH_WHISPER, else tiny.en, alone.
    case whisper
    /// The same, its words found in the sound by PocketSphinx.
    case twoEars = "two-ears"

    /// Where its filled pauses come from.
    var fillers: AnswerAnalyzer.Fillers { self == .whisper ? .asHeard : .bySound }

    /// A recogniser.
    ///
    /// - Parameter options: how PocketSphinx searches where it hears alone.
    func make(_ options: PocketSphinxOptions = PocketSphinxOptions()) async throws -> any Recognizer {
        switch self {
        case .pocketSphinx:
            let interview = try await HearingLever.interview()
            return LivePocketSphinx(try PocketSphinxRecognizer(options: options, interview: interview)) {
                () async throws(RecognitionError) in
                try PocketSphinxRecognizer(options: options, interview: interview)
            }
        case .whisper:
            return WhisperRecognizer(model: try Self.whisperModel())
        case .twoEars:
            let interview = try await HearingLever.interview()
            let aligner = try TextAligner(lexicon: interview.lexicon, pronouncer: EspeakSynthesizer.shared)
            return TwoEarsRecognizer(
                words: WhisperRecognizer(model: try Self.whisperModel()), aligner: aligner
            ) { () async throws(RecognitionError) in try PocketSphinxRecognizer(interview: interview) }
        }
    }

    /// The installed model that VIVA_BENCH_WHISPER names, else tiny.en.
    static func whisperModel() throws -> WhisperModel {
        let name = ProcessInfo.processInfo.environment["VIVA_BENCH_WHISPER"] ?? "tiny.en"
        return try WhisperModel(ModelStore.ofUser.model(named: "whisper-" + name))
    }
}
