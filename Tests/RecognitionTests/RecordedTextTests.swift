import Audio
import Recognition
import Signal
import Speech
import TestSupport
import Testing

extension EngineTests {
    /// A text laid onto a recording that is always the same, which a synthetic voice spoken anew is not.
    @Suite struct RecordedTextTests {
        private static let text = """
            I do not really have disagreements. There was one guy who was always late with his work. I told my manager about it \
            and that was it.
            """.split(separator: " ").map(String.init)

        /// The recording, its text found in it without any help from a recogniser.
        private struct Whole: Sendable {
            var utterances: [Utterance]
            var unheard: [Transcript.Segment]
            var result: AlignedText
        }

        private static let whole = Task {
            let file = try await AudioFile.open(
                .file(path: SourceTree.sample("conflict-too-short.flac")))
            var segmenter = Segmenter()
            var events: [SegmenterEvent] = []
            let stream = try file.buffers()
            while let buffer = try await stream.next() { events += segmenter.process(buffer) }
            events += segmenter.finish()
            let utterances = events.compactMap { event in
                if case .closed(let utterance) = event { utterance } else { nil }
            }
            let unheard = utterances.map { Transcript.Segment(time: $0.speech, words: []) }
            let result = try await TextAligner().align(text, to: utterances, heard: unheard)
            return Whole(utterances: utterances, unheard: unheard, result: result)
        }

        @Test func findsTheTextWithoutAnyHelpFromARecognizer() async throws {
            let result = try await Self.whole.value.result
            #expect(result.verdict == .matches, "\(result)")
            #expect(result.words.count { $0.isSaid } >= Self.text.count - 2, "\(result)")
        }

        @Test(arguments: [8..<12, 18..<22])
        func alignsTheRestWhenSpokenWordsAreMissingFromTheText(missing: Range<Int>) async throws {
            let whole = try await Self.whole.value
            let kept = Self.text.indices.filter { !missing.contains($0) }
            let heard = zip(whole.unheard, whole.utterances).map { segment, utterance in
                // What a recogniser heard says only where the utterance lies in the text.
                let words = whole.result.words.compactMap { word in
                    word.time.map { Word(text: word.text.lowercased(), time: $0) }
                }
                return Transcript.Segment(
                    time: segment.time,
                    words: words.filter { utterance.speech.overlapSeconds(with: $0.time) > 0.05 })
            }
            let result = try await TextAligner().align(
                kept.map { Self.text[$0] }, to: whole.utterances, heard: heard)
            let near = zip(result.words, kept).count { word, place in
                guard let time = word.time, let known = whole.result.words[place].time else { return false }
                return abs(time.startSeconds - known.startSeconds) < 0.15
            }
            #expect(near >= kept.count - 4, "\(near) of \(kept.count): \(result.words)")
            let gap = missing.compactMap { whole.result.words[$0].time }
            let other = result.otherSpeech.flatMap { range in gap.map(range.overlapSeconds) }.reduce(0, +)
            #expect(other > 0.4 * gap.reduce(0) { $0 + $1.durationSeconds }, "\(result.otherSpeech), \(gap)")
        }
    }
}
