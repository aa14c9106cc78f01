import Service
import ServiceLifecycle

/// Live voice for as long as the server runs: answers that broke off are taken in, and those that are being given when it ends are kept,
/// before connections are closed.
struct LiveWork: ServiceLifecycle.Service {
    let voice: LiveVoice
    /// Is told what could not be taken in.
    let notice: @Sendable (String) -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await voice.takeInLeftovers(notice: notice) }
        await voice.end()
    }
}
