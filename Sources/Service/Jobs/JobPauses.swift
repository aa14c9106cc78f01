/// For how long a job waits that could not be done just now: twice as long each time, up to a limit.
public struct JobPauses: Sendable, Hashable {
    /// For how many seconds a worker waits for somebody who stands in the way: in requests that takes no time, and whoever takes longer
    /// should not keep a worker.
    public var patienceSeconds = 2.0
    /// After how many seconds a job is tried again that somebody else stood in the way of, the first time.
    public var inTheWaySeconds = 2.0
    /// The longest such pause, in seconds.
    public var longestInTheWaySeconds = 30.0
    /// After how many seconds a job is tried again over which something of the machine failed, the first time.
    public var faultSeconds = 10.0
    /// The longest such pause, in seconds.
    public var longestFaultSeconds = 600.0
    /// At which failure of the machine a job is given up; with the pauses above that is after some twenty minutes.
    public var limitFaults = 8

    /// The usual pauses.
    public init() {}

    /// The pause after somebody stood in the way so many times before, in seconds.
    func seconds(afterWaits count: Int) -> Double {
        Self.seconds(inTheWaySeconds, longestInTheWaySeconds, count)
    }

    /// The pause after the machine failed so many times before, in seconds.
    func seconds(afterFaults count: Int) -> Double { Self.seconds(faultSeconds, longestFaultSeconds, count) }

    private static func seconds(_ first: Double, _ longest: Double, _ count: Int) -> Double {
        var seconds = first
        for _ in 0..<max(0, count) where seconds < longest { seconds *= 2 }
        return min(seconds, longest)
    }
}
