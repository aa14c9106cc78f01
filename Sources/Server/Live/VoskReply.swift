import Practice
import Speech
import Web

/// What is answered to each message of sound, as a vosk-server does: the text so far, or an utterance that is over.
struct VoskReply {
    /// The rate of the sound, in hertz.
    private(set) var sampleRateHz = AudioBuffer.sampleRateHz
    private var wantsWords = true
    private var partial = ""
    private var segments: [Transcript.Segment] = []

    /// Takes how it is to be heard; the rate only before the first sound.
    mutating func configure(_ configuration: VoskRequest.Configuration, hasSound: Bool) {
        wantsWords = configuration.wantsWords ?? wantsWords
        if !hasSound { sampleRateHz = configuration.sampleRateHz ?? sampleRateHz }
    }

    /// Takes what was heard.
    mutating func take(_ events: [ListenerEvent]) {
        for event in events {
            switch event {
            case .preview(let text, _), .text(let text): partial = text
            case .segment(let segment):
                segments.append(segment)
                partial = ""
            case .speechStarted: break
            }
        }
    }

    /// The answer to a message.
    mutating func next() -> String {
        guard segments.isEmpty else { return final() }
        var writer = JSONWriter()
        writer.object { writer in writer.field("partial") { $0.write(partial) } }
        return writer.text
    }

    /// What is over and was not told.
    mutating func final() -> String {
        let words = segments.flatMap(\.words)
        segments = []
        var writer = JSONWriter()
        writer.object { writer in
            if wantsWords, !words.isEmpty {
                writer.field("result") { writer in writer.list(words) { Self.write($0, to: &$1) } }
            }
            writer.field("text") { $0.write(words.map(\.text).joined(separator: " ")) }
        }
        return writer.text
    }

    private static func write(_ word: Word, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("conf") { $0.write((word.confidence ?? 1).milliseconds) }
            writer.field("end") { $0.write(word.time.endSeconds.milliseconds) }
            writer.field("start") { $0.write(word.time.startSeconds.milliseconds) }
            writer.field("word") { $0.write(word.text) }
        }
    }
}
