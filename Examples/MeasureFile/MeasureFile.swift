// Transcribes and measures one recording with the library: `swift run measure-file answer.wav`.
import Audio
import Delivery
import Practice
import Recognition
import Speech

@main
struct MeasureFile {
    static func main() async throws {
        let path = CommandLine.arguments.dropFirst().first ?? "samples/learn-quickly-good.flac"
        let analyzer = AnswerAnalyzer(recognizer: try PocketSphinxRecognizer())
        let analysis = try await analyzer.analyze(AudioFile.open(.file(path: path)))
        for segment in analysis.transcript.segments { print(segment.time.startSeconds, segment.text) }
        print("pace:", analysis.delivery.wordsPerMinute)
        print("longest pause:", analysis.delivery.longestPauseSeconds)
        for filler in analysis.delivery.fillers { print("filler:", filler.text, filler.time.startSeconds) }
    }
}
