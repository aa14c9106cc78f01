import Yams

/// One question as a file gives it, in the field names of our own files and before it is checked: what the readers of all
/// formats make.
struct QuestionEntry {
    /// What is wrong with it before its fields are looked at.
    struct Fault {
        /// The field or column; `nil` when it concerns the whole question.
        var field: String?
        var reason: String
    }

    /// The fields; `nil` when they cannot be told from each other.
    var node: Node?
    /// Where it begins.
    var position: QuestionPosition?
    /// What is wrong already.
    var faults: [Fault] = []
    /// What a field is called in the file, by its name in ours, where that differs.
    var names: [String: String] = [:]
}
