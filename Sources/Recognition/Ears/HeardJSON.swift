import Foundation
import HTTPClient
import Speech

/// Reads the JSON that recognisers write, in the shapes that are in use:
///
/// - OpenAI's verbose JSON, and Whisper, faster-whisper and whisperX, which write the same with words in the segments:
///   `{"text", "segments": [{"start", "end", "text", "avg_logprob", "words"}], "words": [{"word", "start", "end"}]}`
///   (platform.openai.com/docs/api-reference/audio).
/// - whisper.cpp: `{"transcription": [{"offsets": {"from", "to"}, "text", "tokens": [{"text", "offsets", "p"}]}]}`, times
///   in milliseconds (`output_json` of its `examples/cli`).
/// - Vosk: `{"result": [{"word", "start", "end", "conf"}], "text"}` (alphacephei.com/vosk).
/// - `{"text"}`.
///
/// Fields that are not known are passed over; one that is known must be what it should be.
struct HeardJSON: Sendable {
    /// What was heard.
    let heard: HeardText

    /// Reads a whole document.
    ///
    /// - Throws: `HeardTextError` when it is not JSON, or not of such a shape, or reports a failure.
    init(_ bytes: [UInt8]) throws(HeardTextError) {
        let document: JSONValue
        do {
            document = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw Self.notJSON(bytes)
        }
        guard case .object(let values) = document else { throw .wrongField("document", found: document.kind) }
        if let refusal = Self.refusal(document) { throw .refusal(ServiceText.excerpt(refusal)) }
        if let parts = try document.objects("transcription") {
            var pieces: [HeardText.Piece] = []
            for part in parts { pieces += try Self.whisperCPP(part) }
            heard = HeardText(pieces)
        } else if let words = try document.objects("result") {
            var pieces: [HeardText.Piece] = []
            for word in words {
                if let piece = try Self.word(word) { pieces.append(piece) }
            }
            heard = HeardText(pieces)
        } else if let pieces = try Self.verbose(document) {
            heard = HeardText(pieces)
        } else if let text = try document.text("text") {
            heard = HeardText([HeardText.Piece(text: text)])
        } else {
            throw .nothingHeard(
                keys: values.keys.sorted().prefix(8).map { ServiceText.excerpt($0, limit: 40) })
        }
    }

    private static func notJSON(_ bytes: [UInt8]) -> HeardTextError {
        let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
        if ServiceText.isWebPage(text) { return .webPage }
        return .notJSON(beginning: ServiceText.excerpt(text, limit: 80))
    }

    /// What servers say instead of a transcript.
    static func refusal(_ document: JSONValue) -> String? {
        guard document["text"] == nil, document["segments"] == nil else { return nil }
        return ServiceText.refusal(document)
    }

    /// Segments and words of the shape that OpenAI began; `nil` when there are none, or nothing but a text in them.
    private static func verbose(_ document: JSONValue) throws(HeardTextError) -> [HeardText.Piece]? {
        let segments = try document.objects("segments") ?? []
        var inSegments: [HeardText.Piece] = []
        var judged: [HeardSegment] = []
        for segment in segments {
            let one = try HeardSegment(segment)
            judged.append(one)
            if !one.isSilence { inSegments += one.pieces }
        }
        if let words = try document.objects("words"), !words.isEmpty {
            var pieces: [HeardText.Piece] = []
            for word in words {
                guard var piece = try Self.word(word) else { continue }
                if let segment = judged.first(where: { $0.holds(piece) }) {
                    if segment.isSilence { continue }
                    piece.confidence = piece.confidence ?? segment.confidence
                    piece.isDoubtful = segment.isLoop
                }
                pieces.append(piece)
            }
            return pieces
        }
        return segments.isEmpty ? nil : inSegments
    }

    /// A word with its times; `nil` when there is nothing in it.
    static func word(_ value: JSONValue) throws(HeardTextError) -> HeardText.Piece? {
        var spelling = try value.text("word")
        if spelling == nil { spelling = try value.text("text") }
        guard let text = spelling else { throw .wrongField("word", found: "missing") }
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        var confidence: Double?
        for key in ["probability", "conf", "score", "confidence"] where confidence == nil {
            confidence = try value.number(key)
        }
        return HeardText.Piece(
            text: text, startSeconds: try value.number("start"), endSeconds: try value.number("end"),
            confidence: confidence.map { min(max($0, 0), 1) })
    }

    private static func whisperCPP(_ part: JSONValue) throws(HeardTextError) -> [HeardText.Piece] {
        let text = try part.text("text") ?? ""
        let (start, end) = try offsets(part)
        let whole = [HeardText.Piece(text: text, startSeconds: start, endSeconds: end)]
        guard let tokens = try part.objects("tokens") else { return whole }
        var words: [HeardText.Piece] = []
        var chances: [Double] = []
        func close() {
            guard let last = words.indices.last, !chances.isEmpty else { return }
            words[last].confidence = min(max(chances.reduce(0, +) / Double(chances.count), 0), 1)
            chances = []
        }
        for token in tokens {
            let piece = try token.text("text") ?? ""
            // Marks of the model such as [_BEG_] and [_TT_50] are not said.
            if piece.hasPrefix("[_") { continue }
            let (from, to) = try offsets(token)
            if words.isEmpty || piece.hasPrefix(" ") {
                close()
                words.append(HeardText.Piece(text: piece, startSeconds: from, endSeconds: to))
            } else if let last = words.indices.last {
                words[last].text += piece
                words[last].endSeconds = to ?? words[last].endSeconds
            }
            if let chance = try token.number("p") { chances.append(chance) }
        }
        close()
        // A letter that is spread over tokens comes out broken in them, and whole in the text.
        let joined = words.map(\.text).joined()
        return joined.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace } ? words : whole
    }

    private static func offsets(_ value: JSONValue) throws(HeardTextError) -> (start: Double?, end: Double?) {
        guard let offsets = value["offsets"] else { return (nil, nil) }
        return (try offsets.number("from").map { $0 / 1000 }, try offsets.number("to").map { $0 / 1000 })
    }
}
