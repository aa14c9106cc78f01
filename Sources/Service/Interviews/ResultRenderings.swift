import Synchronization

/// What results were written down as, by the names of the forms, so that what is asked for again and again is written once.
final class ResultRenderings: Sendable {
    private let texts = Mutex<[String: [UInt8]]>([:])

    /// What stands under a name, made when there is nothing yet.
    func bytes(_ name: String, _ make: () -> [UInt8]) -> [UInt8] {
        if let known = texts.withLock({ $0[name] }) { return known }
        let made = make()
        texts.withLock { $0[name] = made }
        return made
    }
}
