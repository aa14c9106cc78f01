/// Which numbers samples have in a database.
struct SampleNumbers {
    private var numbers: [SampleKind: [Int64: Int64]] = [:]

    /// The number in the database of a sample that another one names by its own; `nil` where it names none.
    subscript(_ kind: SampleKind, _ sample: Int64?) -> Int64? {
        sample.flatMap { numbers[kind]?[$0] }
    }

    /// Notes the number of a sample.
    mutating func note(_ kind: SampleKind, _ sample: Int, is number: Int64) {
        numbers[kind, default: [:]][Int64(sample)] = number
    }
}
