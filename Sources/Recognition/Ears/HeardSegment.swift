import Foundation
import HTTPClient
import Speech

/// A segment of Whisper's, with its own judgement of itself.
struct HeardSegment: Sendable {
    /// Above this chance that nothing was said, and below `silenceLogProbability`, a segment is silence (the defaults of
    /// OpenAI's `transcribe`).
    private static let silenceChance = 0.6
    private static let silenceLogProbability = -1.0
    /// A text that compresses better than this repeats itself (the default of OpenAI's `transcribe`).
    private static let loopCompression = 2.4

    /// The words of the segment, or its text as one piece.
    let pieces: [HeardText.Piece]
    /// Whether nothing was said there, as Whisper judges.
    let isSilence: Bool
    /// Whether the text repeats itself, so that probably it was not said.
    let isLoop: Bool
    /// The chance of its tokens, 0...1, their geometric mean; `nil` when it was not said.
    let confidence: Double?

    private let startSeconds: Double?
    private let endSeconds: Double?

    init(_ value: JSONValue) throws(HeardTextError) {
        startSeconds = try value.number("start")
        endSeconds = try value.number("end")
        let logProbability = try value.number("avg_logprob")
        let confidence = logProbability.map { min(exp($0), 1) }
        self.confidence = confidence
        let noSpeech = try value.number("no_speech_prob") ?? 0
        isSilence = noSpeech > Self.silenceChance && (logProbability ?? 0) < Self.silenceLogProbability
        let isLoop = try value.number("compression_ratio") ?? 0 > Self.loopCompression
        self.isLoop = isLoop
        let text = try value.text("text") ?? ""
        var pieces: [HeardText.Piece] = []
        for word in try value.objects("words") ?? [] {
            if let piece = try HeardJSON.word(word) { pieces.append(piece) }
        }
        if pieces.isEmpty {
            pieces = [HeardText.Piece(text: text, startSeconds: startSeconds, endSeconds: endSeconds)]
        }
        self.pieces = pieces.map { piece in
            var piece = piece
            piece.confidence = piece.confidence ?? confidence
            piece.isDoubtful = isLoop
            return piece
        }
    }

    /// Whether the middle of a word lies in the segment.
    func holds(_ piece: HeardText.Piece) -> Bool {
        guard let start = piece.startSeconds, let startSeconds, let endSeconds else { return false }
        let middle = (start + (piece.endSeconds ?? start)) / 2
        return middle >= startSeconds && middle <= endSeconds
    }
}
