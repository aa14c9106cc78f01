/// Where a figure of the delivery is judged, with the source of each limit.
public enum DeliveryBands {
    /// The pace that listeners follow easily, in words a minute: Microsoft Speaker Coach.
    public static let wordsPerMinute = 100.0...165.0
    /// Up to this many fillers a minute show no penalty: Laske & DiGennaro Reed 2024.
    public static let fewFillersPerMinute = 5.0
    /// From this many fillers a minute on the penalty is clear: Laske & DiGennaro Reed 2024.
    public static let manyFillersPerMinute = 12.0
    /// A pause longer than this is worth naming, in seconds. A rule of this product.
    public static let longPauseSeconds = 2.0
    /// More long pauses a minute than this are a habit. A rule of this product.
    public static let manyLongPausesPerMinute = 2.0
    /// An answer that begins later than this is worth naming, in seconds. A rule of this product.
    public static let longLatencySeconds = 5.0
    /// This many softeners in one answer are worth naming. A rule of this product.
    public static let manyHedges = 3
    /// The length of an answer over the length that its question expects: short under it, long over it. A rule of this
    /// product.
    public static let lengthShare = 0.5...1.5
    /// With less speech than this nothing is said about pauses, in seconds. A rule of this product.
    public static let minimumSpeakingSeconds = 5.0
    /// Ten seconds faster than this are a habit to work on though the whole is not too fast, in words a minute. A rule
    /// of this product.
    public static let fastStretchWordsPerMinute = 200.0
    /// A growth of the pace from start to end that is worth naming, as a share of the pace. A rule of this product.
    public static let growthOfPace = 0.2
    /// Pauses longer than this are looked at for their place, in seconds. A rule of this product.
    public static let notedPauseSeconds = 0.5
    /// From this share of the pauses on, those inside phrases are a habit. A rule of this product; that such pauses go
    /// with the search for words is Goldman-Eisler 1968 and Kahng 2014.
    public static let shareOfPausesInsidePhrases = 0.5
    /// With fewer pauses inside phrases they are no habit. A rule of this product.
    public static let manyPausesInsidePhrases = 3
    /// A voice whose pitch varies less than this sounds even, in semitones (standard deviation). A rule of this
    /// product; the measure is that of Hincks & Edlund 2009, "Promoting increased pitch variation in oral
    /// presentations with transient visual feedback".
    public static let evenPitchSemitones = 2.0
    /// A voice whose pitch varies as much as this sounds lively, in semitones. A rule of this product.
    public static let livelyPitchSemitones = 3.0
    /// With less speech than this the pitch is not judged, in seconds. A rule of this product.
    public static let minimumPitchSpeakingSeconds = 10.0
    /// Rising endings over this share of all are worth naming. A rule of this product.
    public static let shareOfRisingEndings = 0.5
    /// Fading ends over this share of all are a habit. A rule of this product.
    public static let shareOfFadingEnds = 0.5
    /// This many repetitions and restarts in one answer are worth naming. A rule of this product.
    public static let manyDisfluencies = 3
    /// Sentences of more words than this on average are worth naming. A rule of this product.
    public static let longSentenceWords = 30.0
}
