import Batch
import Speech
import Vocabulary

/// Transcripts for the tests of formats.
enum TestTranscript {
    /// Words with their times, in one utterance each.
    static func written(
        _ utterances: [[(String, Double, Double)]], file: String = "talks/a talk.wav",
        durationSeconds: Double = 60,
        wording: Wording = .asHeard
    ) -> WrittenTranscript {
        let segments = utterances.map { words in
            let words = words.map { text, start, end in
                Word(text: text, time: range(start, end), confidence: 0.5)
            }
            return Transcript.Segment(
                time: range(words.first?.time.startSeconds ?? 0, words.last?.time.endSeconds ?? 0),
                words: words)
        }
        return WrittenTranscript(
            file: file, durationSeconds: durationSeconds,
            transcript: Transcript(segments: segments, recognizer: "a script"), wording: wording)
    }

    /// Sentences of seeded random words with pauses between, some of them hostile to formats.
    static func random(seed: UInt64, words count: Int) -> WrittenTranscript {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let texts = [
            "so", "the", "cache", "um", "invalidation", "said \"no\"", "a<b", "x&y", "-->", "tab\there",
            "café",
            "end.", "really?", String(repeating: "long", count: 30), "uh", "comma,",
        ]
        var time = 0.3
        var utterances: [[(String, Double, Double)]] = [[]]
        for _ in 0..<count {
            let length = Double(next(80)) / 100
            utterances[utterances.count - 1].append((texts[next(texts.count)], time, time + length))
            time += length + (next(7) == 0 ? Double(next(300)) / 100 : 0)
            if next(9) == 0 { utterances.append([]) }
        }
        return written(utterances, durationSeconds: time + 1)
    }

    /// A stretch that may lie the wrong way round or be no number, as only a broken recogniser would say it.
    private static func range(_ start: Double, _ end: Double) -> TimeRange {
        var range = TimeRange(startSeconds: start, endSeconds: end)
        range.endSeconds = end
        return range
    }
}
