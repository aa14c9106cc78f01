public import Signal

/// How far the figures of an answer can be trusted, as the recording and the hearing tell.
///
/// ```swift
/// let limits = FigureLimits(quality: quality, expectedWordErrorRate: transcript.expectedWordErrorRate)
/// for limit in limits.limits where limit.level != .none { print(limit.group, limit.reasons) }
/// ```
///
/// What noise does to pauses and syllables was measured (`Docs/Metrics.md`); where the other limits lie is a rule of this
/// product.
public struct FigureLimits: Sendable, Hashable, Codable {
    /// Figures that depend on the same things.
    public enum Group: String, Sendable, Hashable, Codable, CaseIterable {
        /// The wait, the length, the time spent speaking.
        case time
        /// Silent pauses, their lengths and places.
        case pauses
        /// Syllables a second, from the nuclei; the length of a run.
        case syllables
        /// Words a minute.
        case words
        /// Filled pauses, lexical fillers, softeners, words taken back.
        case fillers
        /// Pitch and its movement.
        case pitch
        /// Level, its variation and fading.
        case loudness
        /// The wording.
        case language
    }

    /// How far figures can be trusted.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// As far as they can be.
        case none
        /// They may be off by a fifth.
        case approximate
        /// They say little.
        case unreliable

        /// Whether one limits less than the other.
        public static func < (first: Level, second: Level) -> Bool { first.severity < second.severity }

        private var severity: Int {
            switch self {
            case .none: 0
            case .approximate: 1
            case .unreliable: 2
            }
        }
    }

    /// How far one group of figures can be trusted.
    public struct Limit: Sendable, Hashable, Codable {
        /// Which figures.
        public var group: Group
        /// How far.
        public var level: Level
        /// Why they are limited, in sentences; empty when they are not.
        public var reasons: [String]

        /// A limit of a group.
        public init(group: Group, level: Level = .none, reasons: [String] = []) {
            self.group = group
            self.level = level
            self.reasons = reasons
        }
    }

    /// Under this signal to noise ratio pauses become too many, in dB (`Docs/Metrics.md`).
    public static let noisyDB = 10.0
    /// From this share of misheard words on the figures of words are approximate, 0...1.
    public static let manyMisheard = 0.35
    /// From this share on what words say about wording is not to be relied on, 0...1.
    public static let mostlyMisheard = 0.6

    /// Every group, in the order of `Group`.
    public var limits: [Limit]

    /// The limits of the figures of an answer.
    ///
    /// - Parameters:
    ///   - quality: the quality of the recording.
    ///   - expectedWordErrorRate: the share of the words that are probably wrong, as in `Transcript`; `nil` when it is not known.
    public init(quality: RecordingQuality, expectedWordErrorRate: Double?) {
        limits = Group.allCases.map { Limit(group: $0) }
        limitBySpeech(quality)
        limitByNoise(quality)
        limitByLevel(quality)
        limitByHearing(expectedWordErrorRate)
    }

    /// How far one group can be trusted.
    public subscript(group: Group) -> Limit { limits.first { $0.group == group } ?? Limit(group: group) }

    private mutating func limitBySpeech(_ quality: RecordingQuality) {
        let none: [RecordingQuality.Problem] = [.empty, .silent, .noSpeech, .almostNoSpeech]
        guard let problem = quality.problems.first(where: none.contains) else { return }
        add(.unreliable, to: Group.allCases, problem.explanation)
    }

    private mutating func limitByNoise(_ quality: RecordingQuality) {
        guard quality.problems.contains(.noisy) else { return }
        let isLoud = quality.signalToNoiseDB.map { $0 < Self.noisyDB } ?? false
        add(
            isLoud ? .unreliable : .approximate, to: [.pauses],
            "Noise comes close to the speech, so pauses are found too often.")
        add(
            isLoud ? .unreliable : .approximate, to: [.syllables],
            "Noise hides syllables: at 10 dB about a fifth of them.")
        if isLoud { add(.approximate, to: [.time], "Noise covers a part of the speech.") }
        add(.approximate, to: [.fillers], "Noise sounds like filled pauses, so most of them are left out.")
        add(.approximate, to: [.pitch], "The pitch of a voice in noise is measured in fewer places.")
        add(.approximate, to: [.loudness], "The softest syllables are hidden by noise.")
    }

    private mutating func limitByLevel(_ quality: RecordingQuality) {
        if quality.problems.contains(.clipped) {
            add(
                .unreliable, to: [.loudness],
                "The loudest parts are cut off, so levels and their variation are too low.")
        }
        if quality.problems.contains(.tooQuiet) {
            add(
                .approximate, to: [.loudness],
                "The recording is very quiet, which says more of the microphone than of the voice.")
        }
    }

    private mutating func limitByHearing(_ expectedWordErrorRate: Double?) {
        guard let rate = expectedWordErrorRate, rate.isFinite, rate > Self.manyMisheard else { return }
        let reason = "About \(Int((min(rate, 1) * 100).rounded())) of 100 words were probably misheard."
        add(.approximate, to: [.words, .fillers], reason)
        add(.approximate, to: [.pauses], reason + " So the places of pauses are uncertain.")
        add(rate > Self.mostlyMisheard ? .unreliable : .approximate, to: [.language], reason)
    }

    private mutating func add(_ level: Level, to groups: [Group], _ reason: String) {
        for index in limits.indices where groups.contains(limits[index].group) {
            limits[index].level = max(limits[index].level, level)
            limits[index].reasons.append(reason)
        }
    }
}
