/// How loud the latest moment of a recording is, for a meter on the screen.
public struct AudioLevel: Sendable, Hashable, Codable {
    /// The root mean square in dB re 1.0, -120...0: a full-scale sine reads -3.
    public var rmsDBFS: Double
    /// The largest magnitude in dB re 1.0, -120...0: a full-scale sine reads 0.
    public var peakDBFS: Double

    /// A level of two readings in dB.
    public init(rmsDBFS: Double, peakDBFS: Double) {
        self.rmsDBFS = rmsDBFS
        self.peakDBFS = peakDBFS
    }
}
