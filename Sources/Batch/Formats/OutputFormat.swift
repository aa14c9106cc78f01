/// The formats a transcript can be written in.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable, Codable {
    /// Text, a line for each utterance.
    case txt
    /// Everything that is known, for programs.
    case json
    /// SubRip subtitles.
    case srt
    /// WebVTT subtitles.
    case vtt
    /// Tab-separated utterances with times in milliseconds.
    case tsv
    /// NIST's time-marked conversation: a line for each word.
    case ctm
    /// Praat's TextGrid.
    case textgrid

    /// How the names of such files end, without the dot.
    public var fileExtension: String { self == .textgrid ? "TextGrid" : rawValue }

    /// The whole file that a transcript becomes.
    public func text(of transcript: WrittenTranscript) -> String {
        switch self {
        case .txt: PlainText(transcript).text
        case .json: TranscriptDocument(transcript).document
        case .srt: SubRip(transcript).text
        case .vtt: WebVTT(transcript).text
        case .tsv: TabSeparated(transcript).text
        case .ctm: ConversationTimeMarks(transcript).text
        case .textgrid: TextGrid(transcript).text
        }
    }
}
