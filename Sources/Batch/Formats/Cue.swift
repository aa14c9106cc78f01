/// A subtitle: what is shown at once, and when.
struct Cue: Sendable, Hashable {
    var startMilliseconds: Int
    var endMilliseconds: Int
    var lines: [String]
}
