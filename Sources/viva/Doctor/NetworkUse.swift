/// What could leave the machine, and when. The list is what `viva doctor` shows, and it is empty because no part
/// of Viva opens a connection.
struct NetworkUse: Encodable, Sendable {
    var what: String
    var when: String

    static let all: [NetworkUse] = []
}
