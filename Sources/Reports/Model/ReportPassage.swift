public import Drawing
import Speech
import Vocabulary

/// What was heard in one stretch of an answer, with what is marked in it.
public struct ReportPassage: Sendable, Hashable, Encodable {
    /// Words that are marked alike.
    public struct Run: Sendable, Hashable, Encodable {
        /// The words as they are read.
        public var text: String
        /// What they are part of, such as `filledPause` (`TimelineMark.Kind`); `nil` for most words.
        public var mark: String?
        /// Whether they were probably heard only because they were expected.
        public var isUncertain: Bool
        /// Whether the recogniser thought them likelier wrong than right.
        public var isDoubtful: Bool

        /// The kind of `mark`.
        public var kind: TimelineMark.Kind? { mark.flatMap { TimelineMark.Kind(rawValue: $0) } }
    }

    /// When the first word was said, in seconds from the start of the recording.
    public let startSeconds: Double
    /// The words in the order of time.
    public let runs: [Run]

    /// The words without what is marked.
    public var text: String { runs.map(\.text).joined(separator: " ") }

    /// The passages of a transcript, one for each utterance that has words.
    static func passages(of transcript: Transcript, timeline: AnswerTimeline, wording: Wording)
        -> [ReportPassage]
    {
        var words: [Key: TimelineWord] = [:]
        for word in timeline.words { words[Key(text: word.text, time: word.time)] = word }
        return transcript.segments.flatMap { readable($0) }.map { segment in
            let runs = wording.pieces(of: [segment]).map { piece in
                Self.run(piece, segment.words, words)
            }
            return ReportPassage(
                startSeconds: segment.words.first?.time.startSeconds ?? segment.time.startSeconds,
                runs: joined(runs))
        }
    }

    /// More words are not read at once: an ear that hears no utterances gives a whole answer as one.
    private static let mostWords = 120

    /// An utterance in stretches of at most `mostWords`; none without words.
    private static func readable(_ segment: Transcript.Segment) -> [Transcript.Segment] {
        guard segment.words.count > mostWords else { return segment.words.isEmpty ? [] : [segment] }
        return stride(from: 0, to: segment.words.count, by: mostWords).map { start in
            let words = Array(segment.words[start..<min(start + mostWords, segment.words.count)])
            let end = words.last?.time.endSeconds ?? segment.time.endSeconds
            let time = TimeRange(
                startSeconds: words.first?.time.startSeconds ?? segment.time.startSeconds, endSeconds: end)
            return Transcript.Segment(time: time, words: words)
        }
    }

    /// A word by what it is and where it lies.
    private struct Key: Hashable {
        var text: String
        var time: TimeRange
    }

    /// A piece with the first mark of its words.
    private static func run(_ piece: Wording.Piece, _ words: [Word], _ drawn: [Key: TimelineWord]) -> Run {
        let heard = words[piece.words.clamped(to: words.indices)]
        let marks = heard.compactMap { drawn[Key(text: $0.text, time: $0.time)]?.mark }
        return Run(
            text: piece.text, mark: marks.first?.rawValue, isUncertain: heard.contains(where: \.isUncertain),
            isDoubtful: heard.contains {
                drawn[Key(text: $0.text, time: $0.time)]?.isDoubtful ?? false
            })
    }

    /// Neighbours that are marked alike as one run.
    private static func joined(_ runs: [Run]) -> [Run] {
        var joined: [Run] = []
        for run in runs {
            if let last = joined.last, last.mark == run.mark, last.isUncertain == run.isUncertain,
                last.isDoubtful == run.isDoubtful
            {
                joined[joined.count - 1].text += " " + run.text
            } else {
                joined.append(run)
            }
        }
        return joined
    }
}
