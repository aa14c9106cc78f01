public import Speech

/// Cuts a recording into utterances for a recogniser: speech with a little of the quiet around it, in pieces of
/// bounded length.
///
/// ```swift
/// var segmenter = Segmenter()
/// for event in segmenter.process(buffer) {
///     if case .closed(let utterance) = event { words += try await recognizer.recognize(utterance) }
/// }
/// ```
///
/// An utterance closes at a silence of half a second; shorter ones stay inside. Speech that goes on for longer than
/// the maximum is split in the longest silence of its last part (`splitShare`) or, when there is none, at its quietest place; the
/// two halves join without a gap and share no sample. Short bursts wait a little longer for company.
///
/// Events do not depend on how the audio is cut into buffers. Buffers must follow one another: only the first one's
/// `startSample` is read. The audio kept is that of the open utterance and at most three seconds more, and eight bytes
/// for every 10 ms.
public struct Segmenter: Sendable {
    /// The stretches of speech found so far, in the order of time.
    public private(set) var speech: [TimeRange] = []

    /// The same stretches with their edges where the sound of the voice begins and ends, weak consonants included: what pauses are
    /// measured between. They may touch each other.
    public var exactSpeech: [TimeRange] { detector.exact(speech) }

    /// Where the speech began that is still going on, in seconds; `nil` in a silence. A split in it changes nothing.
    public private(set) var currentSpeechStartSeconds: Double?

    private static let previewSamples = 10 * Framer.hopSamples

    private let configuration: Configuration
    private var sound = SoundFrames()
    private var detector: SpeechDetector
    private var tape = Tape()
    private var open: OpenUtterance?
    private var originSample: Int?
    private var nextSample = 0

    /// A segmenter at the start of a recording.
    public init(configuration: Configuration = Configuration()) {
        precondition(
            configuration.closeSilenceSeconds >= 2 * configuration.paddingSeconds,
            "the padding of neighbours must not meet")
        self.configuration = configuration
        detector = SpeechDetector.exact(configuration: configuration.detector)
    }

    /// Takes the next audio and returns what became certain, in the order of time.
    public mutating func process(_ buffer: AudioBuffer) -> [SegmenterEvent] {
        pieces(of: buffer).flatMap { process($0, sound.process($0)) }
    }

    /// Ends the recording: an open utterance closes here.
    public mutating func finish() -> [SegmenterEvent] { finish(sound.finish()) }

    /// The next audio cut where hops of the recording end: decisions fall there, so that they do not depend on where a buffer ends.
    mutating func pieces(of buffer: AudioBuffer) -> [AudioBuffer] {
        let origin = originSample ?? buffer.startSample
        if originSample == nil {
            originSample = origin
            nextSample = origin
        }
        var pieces: [AudioBuffer] = []
        var start = 0
        while start < buffer.samples.count {
            let sample = nextSample + start
            let untilHop = Framer.hopSamples - (sample - origin) % Framer.hopSamples
            let end = min(start + untilHop, buffer.samples.count)
            pieces.append(AudioBuffer(samples: Array(buffer.samples[start..<end]), startSample: sample))
            start = end
        }
        return pieces
    }

    /// Takes the next of `pieces`, with the frames that it completed.
    mutating func process(_ piece: AudioBuffer, _ part: SoundPart) -> [SegmenterEvent] {
        tape.append(piece)
        nextSample = piece.endSample
        let events = detector.process(part).flatMap { note($0) }
        let isWhole = (nextSample - (originSample ?? 0)).isMultiple(of: Framer.hopSamples)
        return isWhole ? events + decide() : events
    }

    /// Takes the last frames of a recording.
    mutating func finish(_ part: SoundPart) -> [SegmenterEvent] {
        detector.finish(part).flatMap { note($0) } + close()
    }

    private mutating func note(_ event: SpeechEvent) -> [SegmenterEvent] {
        switch event {
        case .started(let seconds):
            currentSpeechStartSeconds = seconds
            // A pause that grew long enough while the start was still uncertain.
            let closing = isSilenceLongEnough(untilSeconds: seconds) ? close() : []
            guard open == nil else {
                open?.currentStartSeconds = seconds
                return closing
            }
            let padded = AudioBuffer.sample(seconds - configuration.paddingSeconds)
            open = OpenUtterance(startSample: max(padded, tape.startSample), speechStartSeconds: seconds)
            return closing + [.opened(atSeconds: seconds)]
        case .ended(let range):
            speech.append(range)
            currentSpeechStartSeconds = nil
            open?.end(range)
            return []
        }
    }

    private mutating func decide() -> [SegmenterEvent] {
        var events = pause()
        if isSilenceLongEnough(untilSeconds: detector.decidedUntilSeconds) { events += close() }
        events += splitIfLong()
        events += preview()
        if open == nil {
            tape.forget(
                before: AudioBuffer.sample(detector.decidedUntilSeconds - configuration.paddingSeconds))
        }
        return events
    }

    private func isSilenceLongEnough(untilSeconds: Double) -> Bool {
        guard let open, open.currentStartSeconds == nil, let last = open.stretches.last else { return false }
        let isShort = open.speechSeconds < configuration.shortSpeechSeconds
        let limit = isShort ? configuration.shortCloseSilenceSeconds : configuration.closeSilenceSeconds
        return untilSeconds - last.endSeconds >= limit
    }

    private mutating func close() -> [SegmenterEvent] {
        guard let closing = open, let whole = utterance(of: closing) else { return [] }
        open = nil
        return [.closed(whole)]
    }

    /// The utterance as far as it was spoken, with the quiet around it.
    private func utterance(of open: OpenUtterance) -> Utterance? {
        guard let first = open.stretches.first, let last = open.stretches.last else { return nil }
        let padded = AudioBuffer.sample(last.endSeconds + configuration.paddingSeconds)
        let end = min(padded, open.startSample + AudioBuffer.sample(configuration.maximumSeconds))
        let time = TimeRange(startSeconds: first.startSeconds, endSeconds: last.endSeconds)
        return Utterance(audio: tape.audio(open.startSample..<max(end, open.startSample)), speech: time)
    }

    /// Tells of a silence that has become as long as the padding.
    private mutating func pause() -> [SegmenterEvent] {
        guard let open, open.currentStartSeconds == nil, let last = open.stretches.last,
            open.toldPauseAtSeconds != last.endSeconds,
            detector.decidedUntilSeconds - last.endSeconds >= configuration.paddingSeconds,
            let whole = utterance(of: open)
        else { return [] }
        self.open?.toldPauseAtSeconds = last.endSeconds
        return [.paused(whole)]
    }

    private mutating func splitIfLong() -> [SegmenterEvent] {
        guard let whole = open, let current = whole.currentStartSeconds else { return [] }
        let limit = whole.startSample + AudioBuffer.sample(configuration.maximumSeconds)
        guard tape.endSample >= limit else { return [] }
        let earliestSeconds = configuration.maximumSeconds * configuration.splitShare
        let earliest = whole.startSample + AudioBuffer.sample(earliestSeconds)
        let start = AudioBuffer.sample(current)
        let silence = whole.longestSilence(withMiddleIn: earliest..<limit)
        // Speech that began beyond the limit leaves the limit in the silence before it.
        let cut =
            silence.map { AudioBuffer.sample(($0.startSeconds + $0.endSeconds) / 2) }
            ?? (start < limit ? tape.quietestSample(in: max(earliest, start)..<limit) : limit)
        let (first, rest) = whole.split(atSample: cut)
        open = rest
        return [
            .closed(Utterance(audio: tape.audio(whole.startSample..<cut), speech: first)),
            .opened(atSeconds: rest.speechStartSeconds),
        ]
    }

    private mutating func preview() -> [SegmenterEvent] {
        guard let origin = originSample, (nextSample - origin).isMultiple(of: Self.previewSamples),
            let start = open?.previewedSample, start < tape.endSample
        else { return [] }
        open?.previewedSample = tape.endSample
        return [.extended(tape.audio(start..<tape.endSample))]
    }
}
