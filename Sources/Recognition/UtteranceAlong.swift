import Speech

/// An utterance that a decoder hears while it is spoken.
struct UtteranceAlong {
    /// The place of its first sample in the recording.
    let startSample: Int
    /// Up to where it was given.
    private(set) var endSample: Int
    private var conversion = PulseCodeModulation()
    /// What was given and does not fill a piece yet.
    private var rest: [Float] = []

    /// How long the next piece is.
    private var nextPieceSamples: Int

    /// A tenth of a second: the decoder is always given so much, because its words depend on how audio is cut.
    private static let pieceSamples = AudioBuffer.sampleRateHz / 10
    /// Two seconds, which the sound of a voice is found in.
    private static let firstPieceSamples = 2 * AudioBuffer.sampleRateHz
    /// From a second on there is something to be heard before that.
    private static let glimpseSamples = AudioBuffer.sampleRateHz
    /// Whether the decoder has begun it.
    var isBegun = false

    /// - Parameter isKnown: whether the sound of the voice is known already.
    init(startSample: Int, isKnown: Bool) {
        self.startSample = startSample
        endSample = startSample
        nextPieceSamples = isKnown ? Self.pieceSamples : Self.firstPieceSamples
    }

    /// Takes the next samples; gives those for the decoder, in pieces.
    mutating func take(_ samples: some Collection<Float>) -> [[Int16]] {
        endSample += samples.count
        rest += samples
        var pieces: [[Int16]] = []
        var place = 0
        while rest.count - place >= nextPieceSamples {
            pieces.append(conversion.convert(Array(rest[place..<place + nextPieceSamples])))
            place += nextPieceSamples
            nextPieceSamples = Self.pieceSamples
        }
        rest.removeFirst(place)
        return pieces
    }

    /// All that was given, before the decoder begins and when it is worth hearing.
    var glimpse: [Int16]? {
        guard !isBegun, rest.count >= Self.glimpseSamples else { return nil }
        var conversion = conversion
        return conversion.convert(rest)
    }

    /// Takes the last samples; gives what is left for the decoder.
    mutating func finish(_ samples: some Collection<Float>) -> [[Int16]] {
        let pieces = take(samples)
        defer { rest = [] }
        return rest.isEmpty ? pieces : pieces + [conversion.convert(rest)]
    }
}
