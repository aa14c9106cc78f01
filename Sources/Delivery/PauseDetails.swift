public import Speech

/// Every silent pause of an answer with its length and its place, and how often pauses of a length occur.
///
/// ```swift
/// let details = PauseDetails(pauses: report.pauses, words: transcript.words)
/// print(details.insidePhraseShare)  // 25 %
/// ```
///
/// Pauses between phrases are as usual among fluent speakers as among others; those inside phrases tell of a search for words
/// (Goldman-Eisler 1968; Kahng 2014; de Jong 2016, "Predicting pauses in L1 and L2 speech").
public struct PauseDetails: Sendable, Hashable, Codable {
    /// Where a pause lies in what is said.
    public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        /// Between two phrases or sentences.
        case phraseEnd
        /// Inside a phrase, such as after "the".
        case insidePhrase
        /// No words are known on both sides, or one of them was probably not said.
        case unknown
    }

    /// One silent pause.
    public struct Pause: Sendable, Hashable, Codable {
        /// Where it lies in the recording.
        public var time: TimeRange
        /// Where it lies in what is said.
        public var place: Place

        /// A pause at a place.
        public init(time: TimeRange, place: Place) {
            self.time = time
            self.place = place
        }
    }

    /// The pauses of about one length.
    public struct Band: Sendable, Hashable, Codable {
        /// They are longer than this, in seconds; 0 in the first band, which begins with the shortest pause that counts.
        public var overSeconds: Double
        /// They are as long as this at most, in seconds; `nil` in the last band.
        public var upToSeconds: Double?
        /// How many there are.
        public var count: Int

        /// So many pauses between two lengths.
        public init(overSeconds: Double, upToSeconds: Double?, count: Int) {
            self.overSeconds = overSeconds
            self.upToSeconds = upToSeconds
            self.count = count
        }
    }

    /// The lengths at which one band ends and the next begins, in seconds. Rules of this product; from 1 s on pauses are long
    /// in Campione & Véronis 2002, and over 2 s feedback names them.
    public static let bandLimitsSeconds = [0.5, 1, DeliveryBands.longPauseSeconds]
    /// With fewer pauses whose place is known there is no share.
    public static let leastPlacedPauses = 3

    /// The pauses in the order of time.
    public var pauses: [Pause]
    /// How many pauses there are of each length, the shortest first.
    public var bands: [Band]
    /// The pauses inside phrases over all pauses whose place is known.
    public var insidePhraseShare: Figure

    /// The details of an answer's pauses.
    ///
    /// - Parameters:
    ///   - pauses: the silent pauses in the order of time, as in `DeliveryReport`.
    ///   - words: what was heard, in the order of time, filled pauses included.
    public init(pauses: [TimeRange], words: [Word]) {
        let silences = pauses.filter(\.isFinite)
        let finder = PausePlaceFinder(words: words)
        self.pauses = silences.map { Pause(time: $0, place: finder.place(of: $0)) }
        let limits = [0] + Self.bandLimitsSeconds
        bands = limits.indices.map { index in
            let upper = index + 1 < limits.count ? limits[index + 1] : nil
            let count = silences.count {
                $0.durationSeconds > limits[index] && $0.durationSeconds <= upper ?? .infinity
            }
            return Band(overSeconds: limits[index], upToSeconds: upper, count: count)
        }
        let placed = self.pauses.count { $0.place != .unknown }
        let inside = self.pauses.count { $0.place == .insidePhrase }
        insidePhraseShare =
            placed < Self.leastPlacedPauses
            ? Figure(absentBecause: "fewer than 3 pauses lie between known words", .share)
            : Figure(Double(inside) / Double(placed), .share)
    }
}
