import Speech

/// What an aligner hears of an utterance without knowing its text.
final class SoundsOfUtterance {
    /// The audio of the utterance.
    let audio: AudioBuffer
    /// How well each sound fits each frame.
    let scores: SoundScores
    /// Its phones.
    let phones: [GrammarDecoder.Token]

    init(audio: AudioBuffer, scores: consuming SoundScores, phones: [GrammarDecoder.Token]) {
        self.audio = audio
        self.scores = scores
        self.phones = phones
    }
}
