import HTTPClient

/// The form that a transcription endpoint is sent (platform.openai.com/docs/api-reference/audio/createTranscription).
struct EndpointForm: Sendable {
    /// What is asked for.
    enum Detail: Sendable {
        /// Words and segments with their times. Servers that do not know the parameter pass it over.
        case timedWords
        /// The text alone.
        case textAlone
    }

    /// The WAV file.
    var file: [UInt8]
    var model: String
    var language: String
    var prompt: String
    var detail: Detail

    var parts: [MultipartPart] {
        var parts = [
            MultipartPart(name: "file", fileName: "answer.wav", contentType: "audio/wav", bytes: file),
            MultipartPart(name: "model", text: model),
            MultipartPart(name: "temperature", text: "0"),
        ]
        if !language.isEmpty { parts.append(MultipartPart(name: "language", text: language)) }
        if !prompt.isEmpty { parts.append(MultipartPart(name: "prompt", text: prompt)) }
        switch detail {
        case .timedWords:
            parts.append(MultipartPart(name: "response_format", text: "verbose_json"))
            // Segments are asked for too: they alone say how sure the endpoint is.
            parts.append(MultipartPart(name: "timestamp_granularities[]", text: "word"))
            parts.append(MultipartPart(name: "timestamp_granularities[]", text: "segment"))
        case .textAlone:
            parts.append(MultipartPart(name: "response_format", text: "json"))
        }
        return parts
    }
}
