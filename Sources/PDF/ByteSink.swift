/// Takes the bytes of a document up to a limit.
final class ByteSink {
    /// What was taken.
    private(set) var bytes: [UInt8] = []
    /// Whether there were more than the limit; the document is then of no use.
    private(set) var isFull = false
    private let limitBytes: Int

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Takes bytes, or forgets them where there would be more than the limit.
    func append(_ more: UnsafeBufferPointer<UInt8>) {
        if !isFull, bytes.count + more.count <= limitBytes {
            bytes.append(contentsOf: more)
        } else {
            isFull = true
            bytes = []
        }
    }
}
