/// Takes the bytes of a document up to a limit.
final class ByteSink {
    private(set) var bytes: [UInt8] = []
    private(set) var isFull = false
    private let limitBytes: Int

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Takes bytes; `false`, and nothing is taken, when there would be more than the limit.
    func append(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !isFull, bytes.count + more.count <= limitBytes else {
            isFull = true
            return false
        }
        bytes.append(contentsOf: more)
        return true
    }
}
