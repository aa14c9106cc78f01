/// Where a file keeps a tensor, and in which form.
struct StoredTensor: Sendable, Hashable {
    /// How many dimensions a tensor may have: more than any weight has.
    static let rankLimit = 8

    var name: String
    var type: TensorType
    /// The sizes of the dimensions, the slowest first; none for a single number.
    var shape: [Int]
    /// Where the numbers begin, in bytes from the start of the file.
    var offset: Int
    /// How many numbers there are.
    let count: Int

    /// A tensor whose size is not too large to be counted; `nil` for one that is.
    init?(name: String, type: TensorType, shape: [Int], offset: Int) {
        guard let count = Self.count(shape), shape.count <= Self.rankLimit,
            !count.multipliedReportingOverflow(by: type.sizeBytes).overflow
        else { return nil }
        (self.name, self.type, self.shape, self.offset, self.count) = (name, type, shape, offset, count)
    }

    /// How many bytes the numbers take.
    var sizeBytes: Int { count * type.sizeBytes }

    private static func count(_ shape: [Int]) -> Int? {
        var count = 1
        for size in shape {
            let product = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !product.overflow else { return nil }
            count = product.partialValue
        }
        return count
    }
}
