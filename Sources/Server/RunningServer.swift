/// A server that takes requests.
public struct RunningServer: Sendable {
    /// The port it listens at.
    public let port: Int
    let stopSwitch: StopSwitch

    /// Asks the server to end: it takes no more requests, and answers those that it has.
    public func stop() { stopSwitch.stop() }
}
