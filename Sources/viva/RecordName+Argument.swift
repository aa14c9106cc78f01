import FoundationEssentials
import Records

extension RecordName {
    /// What an argument names for sure: a number above 0, or an id.
    init?(argument: String) {
        if let number = Int64(argument) {
            guard number > 0 else { return nil }
            self = .number(number)
        } else if let id = UUID(uuidString: argument) {
            self = .id(id.uuidString.lowercased())
        } else {
            return nil
        }
    }
}
