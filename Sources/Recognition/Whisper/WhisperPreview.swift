import Speech

/// An utterance that is still being spoken, heard again whenever a second of it is new.
struct WhisperPreview: Sendable {
    /// The most samples that the model hears at once.
    let windowSamples: Int
    private var samples: [Float] = []
    private var nextSample: Int?
    private var heardCount = 0
    private var last: [String] = []
    private var agreedWords: [String] = []
    /// The tokens of the last hearing.
    var tokens: [Int] = []

    init(windowSamples: Int) { self.windowSamples = windowSamples }

    /// The words that two hearings agreed on; they are not taken back.
    var agreed: String { agreedWords.joined(separator: " ") }

    /// Whether audio belongs to this utterance: it follows what was taken, or is the first.
    func goesOn(with audio: AudioBuffer) -> Bool { nextSample == nil || nextSample == audio.startSample }

    /// Adds audio; gives what is to be heard when a second of it is new and it fits the model's window.
    mutating func take(_ buffer: AudioBuffer) -> [Float]? {
        let audio = buffer.samples
        nextSample = buffer.endSample
        // What is not heard any more is not kept either.
        guard samples.count <= windowSamples else { return nil }
        samples += audio
        guard samples.count <= windowSamples, samples.count - heardCount >= AudioBuffer.sampleRateHz else {
            return nil
        }
        heardCount = samples.count
        return samples
    }

    /// Takes a hearing; gives what is agreed on.
    mutating func hear(_ words: [String]) -> String {
        let common = zip(words, last).prefix { $0 == $1 }.map(\.0)
        if common.count > agreedWords.count, common.starts(with: agreedWords) { agreedWords = common }
        last = words
        return agreed
    }
}
