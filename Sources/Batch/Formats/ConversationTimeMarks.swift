import Speech

/// A transcript as NIST's CTM, a line for each word: recording, channel, start, duration, word, confidence.
///
/// Source: the CTM format of NIST's scoring toolkit SCTK. Its fields have no blanks, so blanks in the name of a
/// recording become `_`; `NA` stands for a confidence that is not known.
struct ConversationTimeMarks {
    let text: String

    init(_ transcript: WrittenTranscript) {
        let name = Self.name(transcript.file)
        text = transcript.words.map { word in
            let start = Milliseconds.of(word.time.startSeconds)
            let duration = max(0, Milliseconds.of(word.time.endSeconds) - start)
            let confidence = word.confidence.map { FixedPoint($0, places: 3).description } ?? "NA"
            let fields = [
                name, "\(transcript.channelNumber)", Self.seconds(start), Self.seconds(duration),
                Self.field(word.text), confidence,
            ]
            return fields.joined(separator: " ") + "\n"
        }.joined()
    }

    /// The file's name without folders and extension. A name that began with `;;` would be a comment.
    private static func name(_ file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        let stem = last.dropFirst().lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        let name = field(stem)
        return name.hasPrefix(";") ? "_" + name : name
    }

    private static func field(_ text: String) -> String {
        let text = String(text.map { $0.isWhitespace ? "_" : $0 }).onOneLine.replacing(" ", with: "_")
        return text.isEmpty ? "_" : text
    }

    private static func seconds(_ milliseconds: Int) -> String {
        FixedPoint(Double(milliseconds) / 1000, places: 3).description
    }
}
