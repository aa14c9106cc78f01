/// A tensor of `weights.safetensors`: its name, its shape, and what it is made of.
struct PlannedTensor: Sendable, Hashable {
    var name: String
    var shape: [Int]
    /// The parts, one after the other; together as many numbers as the shape has room for.
    var parts: [TensorPart]

    init(name: String, shape: [Int], parts: [TensorPart]) {
        precondition(
            parts.reduce(0) { $0 + $1.count } == shape.reduce(1, *), "the parts of \(name) do not fill it")
        (self.name, self.shape, self.parts) = (name, shape, parts)
    }

    /// How many bytes it takes as 32-bit floats.
    var sizeBytes: Int { 4 * shape.reduce(1, *) }
}
