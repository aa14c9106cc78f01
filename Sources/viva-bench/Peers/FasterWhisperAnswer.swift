import FoundationEssentials
import Speech

/// What `bench/peers/faster_whisper_once.py` prints of a recording.
struct FasterWhisperAnswer: Decodable {
    /// A word with its time in seconds and its chance.
    struct HeardWord: Decodable {
        var text: String
        var start: Double
        var end: Double
        var probability: Double?
    }

    var words: [HeardWord]
    /// Processor seconds until the model was loaded.
    var startSeconds: Double

    /// What was heard, from the script's JSON.
    static func heard(_ output: String) throws -> HeardRecording {
        let answer = try JSONDecoder().decode(FasterWhisperAnswer.self, from: Data(output.utf8))
        return HeardRecording(
            words: answer.words.map { word in
                Word(
                    text: word.text, time: TimeRange(startSeconds: word.start, endSeconds: word.end),
                    confidence: word.probability)
            }, startSeconds: answer.startSeconds)
    }
}
