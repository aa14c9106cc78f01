/// The numbers of the tokens that steer a Whisper model. They follow the text's tokens in an order that all sizes share;
/// only how many languages there are differs (OpenAI, whisper/tokenizer.py).
struct SpecialTokens: Sendable, Equatable {
    /// Ends the text.
    let end: Int
    /// Begins a transcript.
    let start: Int
    /// Says that what is spoken is to be written in its own language.
    let transcribe: Int
    /// Comes before text that was said earlier.
    let previous: Int
    /// Says that nothing is spoken.
    let noSpeech: Int
    /// Says that no times are wanted.
    let noTimestamps: Int
    /// The time 0; each token after it is 20 ms later.
    let firstTimestamp: Int
    /// The language English, for models that know others.
    let english: Int?

    /// The tokens of a model.
    init(_ description: WhisperNetwork) {
        // The large models of 2023 know one language more, and have one token more.
        let languages = description.isMultilingual ? description.vocabularySize - 51_766 : 99
        end = description.isMultilingual ? 50_257 : 50_256
        start = end + 1
        english = description.isMultilingual ? start + 1 : nil
        transcribe = start + languages + 2
        previous = transcribe + 2
        noSpeech = transcribe + 3
        noTimestamps = transcribe + 4
        firstTimestamp = transcribe + 5
    }
}
