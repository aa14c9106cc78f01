/// What eSpeak NG hands over while it speaks: the samples and where in the text it is.
final class SpeechCollector {
    /// A place in the text that has been reached.
    struct Mark: Equatable {
        /// What begins or ends there.
        enum Kind { case word, clauseEnd }

        var kind: Kind
        /// The character of the text, counted in Unicode scalars from 0.
        var scalar: Int
        /// The sample of the audio.
        var sample: Int
    }

    private(set) var samples: [Int16] = []
    private(set) var marks: [Mark] = []
    /// Whether the speech was cut off because it became longer than the limit.
    private(set) var isOverLimit = false

    private let limitSamples: Int

    init(limitSamples: Int) { self.limitSamples = limitSamples }

    /// Takes the next samples; false when no more are wanted.
    func append(_ block: UnsafeBufferPointer<Int16>) -> Bool {
        samples.append(contentsOf: block)
        isOverLimit = samples.count > limitSamples
        return !isOverLimit
    }

    func append(_ mark: Mark) { marks.append(mark) }
}
