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
}
