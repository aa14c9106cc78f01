import Service
import ServiceLifecycle

/// Does what waits in the background for as long as the server runs. What is being done when it ends is begun again later.
struct BackgroundWork: ServiceLifecycle.Service {
    let queue: JobQueue

    func run() async throws {
        await cancelWhenGracefulShutdown { await queue.run() }
    }
}
