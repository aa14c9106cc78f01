/// Numbers that become part of a converted tensor.
enum TensorPart: Sendable, Hashable {
    /// A tensor of the source; one of a quantized format divided by its scale, which is one number or one for each row
    /// (each index of the first dimension).
    case stored(StoredTensor, scale: StoredTensor?)
    /// That many zeros.
    case zeros(Int)

    /// How many numbers there are.
    var count: Int {
        switch self {
        case .stored(let tensor, _): tensor.count
        case .zeros(let count): count
        }
    }
}
